/** Bytes of a file that are taken in at most. */
export const largestFile = 2 * 1024 ** 3;
