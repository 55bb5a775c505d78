import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { keptSecret } from './secret.ts';

/** Where the key that signs the history's heads is kept: outside of the database that it judges. */
export function historyKeyFile(dataFolder: string): string {
  return resolve(process.env.HISTORY_KEY_FILE || join(dataFolder, 'history-key'));
}

/** The private key in that file, in PEM; made on first use. */
export function keptHistoryKey(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  return keptSecret(dirname(path), basename(path), makeKey);
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().trim();
}
