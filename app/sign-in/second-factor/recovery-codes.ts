import { randomBytes } from 'node:crypto';
import { base32 } from '@/app/_domain/one-time-code';

const count = 10;

/** Of 80 bits each, in groups, to be kept on paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    const letters = base32(randomBytes(10)).toLowerCase();
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}
