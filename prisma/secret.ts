import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret kept under `name` in `folder`, readable by its owner only; `make` makes it on
 * first use, else it is 256 random bits.
 * It is written aside and then linked into place, so that it is whole or not there, and two
 * processes that make it at once agree on one.
 */
export function keptSecret(
  folder: string,
  name: string,
  make = () => randomBytes(32).toString('base64url'),
): string {
  const path = join(folder, name);
  try {
    return readSecret(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${make()}\n`, { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readSecret(path);
}

function readSecret(path: string): string {
  const secret = readFileSync(path, 'utf8').trim();
  if (secret === '') throw new Error(`${path} is empty. It should hold a secret.`);
  return secret;
}
