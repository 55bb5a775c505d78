export const shortestPassword = 12;
export const longestPassword = 128;

/** What people make passwords of most often, by every published list; it adds no length. */
const commonWords = [
  ...['password', 'passwort', 'passphrase', 'letmein', 'welcome', 'changeme', 'trustno', 'secret'],
  ...['administrator', 'admin', 'login', 'guest', 'default', 'master', 'security', 'iloveyou'],
  ...['monkey', 'dragon', 'shadow', 'sunshine', 'princess', 'superman', 'batman', 'starwars'],
  ...['football', 'baseball', 'liverpool', 'arsenal', 'chelsea', 'michael', 'jordan', 'charlie'],
  ...['spring', 'summer', 'autumn', 'winter', 'january', 'september', 'october', 'november'],
  ...['supplier', 'register', 'december', 'monday', 'friday', 'hello', 'qwerty', 'azerty'],
];

/** Rows of keyboards, the alphabet, and the digits: their pieces, either way, add no length. */
const rows = [
  ...['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm'],
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'],
].flatMap((row) => [row, [...row].reverse().join('')]);
const shortestPiece = 4;

/**
 * What is wrong with a new password, in words, or undefined. Length over composition, as NIST
 * SP 800-63B has it; what is easily guessed adds no length: the person's own name and address, common
 * words whichever way they are spelled, rows of keys, and what is only repeated.
 */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): string | undefined {
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  const known = `${person.name} ${person.email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const rest = without(
    password.toLowerCase(),
    known.filter((word) => word.length >= 3),
  );
  if (rest.length < shortestPassword) {
    return `Use at least ${shortestPassword} characters beside your name and e-mail address.`;
  }
  const unspelled = without(plainlySpelled(withoutRows(rest)), commonWords);
  if (unspelled.replace(/(.{3,32}?)\1+|(.{1,2}?)\2{2,}/gs, '$1$2').length < shortestPassword) {
    return 'This is easily guessed: common words, rows of keys and repetition add no length.';
  }
  if (new Set(password).size < 5) return 'Use more than a few different characters.';
  return undefined;
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text);
}

/** `p@ssw0rd` as `password`. */
function plainlySpelled(text: string): string {
  const spellings: Readonly<Record<string, string>> = {
    ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' },
    ...{ '@': 'a', $: 's', '!': 'i' },
  };
  return [...text].map((character) => spellings[character] ?? character).join('');
}

function withoutRows(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    const length = pieceAt(text, at);
    if (length < shortestPiece) left += text[at];
    at += length < shortestPiece ? 1 : length;
  }
  return left;
}

/** How many characters from there on are a piece of one row. */
function pieceAt(text: string, at: number): number {
  let length = 1;
  while (
    at + length < text.length &&
    rows.some((row) => row.includes(text.slice(at, at + length + 1)))
  ) {
    length += 1;
  }
  return length;
}
