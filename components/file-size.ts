const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Bytes in words by powers of 1,000, such as `10 MB` or `1.4 kB`. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${units[power]}`;
}
