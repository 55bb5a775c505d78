import { createHash, randomBytes } from 'node:crypto';

/** The secret of a one-time link or an API token, 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token; a fast hash will do, since nobody can guess the token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
