export const shortestPassword = 12;
export const longestPassword = 128;

/**
 * What is wrong with a new password, in words, or undefined. Length over composition, as NIST
 * SP 800-63B has it; what stands in the person's own name or address adds no length.
 */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): string | undefined {
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  const known = `${person.name} ${person.email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const rest = known
    .filter((word) => word.length >= 3)
    .reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  if (rest.length < shortestPassword) {
    return `Use at least ${shortestPassword} characters beside your name and e-mail address.`;
  }
  if (new Set(password).size < 5) return 'Use more than a few different characters.';
  return undefined;
}
