const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';
const syllables = consonants.length * vowels.length;

/** A word that one can read aloud, of at least three syllables; another for each number. */
export function madeUpWord(number: number): string {
  let word = '';
  // Neighbouring numbers give words that look nothing alike; the factor has no common divisor with 70.
  let left = number * 104_729;
  while (left > 0 || word.length < 6) {
    const syllable = left % syllables;
    word += `${consonants[Math.floor(syllable / vowels.length)]}${vowels[syllable % vowels.length]}`;
    left = Math.floor(left / syllables);
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A whole number from 0 up to `below` that depends on the name and the number alone. */
export function draw(name: string, number: number, below: number): number {
  let hash = Math.imul(number ^ saltOf(name), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}

const salts = new Map<string, number>();

function saltOf(name: string): number {
  let salt = salts.get(name);
  if (salt === undefined) {
    salt = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 1);
    salts.set(name, salt);
  }
  return salt;
}
