import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/**
 * The newest event of the history at some moment, and the newest digest of the register's versions,
 * with a signature that the database cannot make.
 */
export interface SignedHead {
  /** Number of the newest event; `0` before there is any. */
  seq: string;
  /** Hash of that event, in hex. */
  hash: string;
  /** Hash of the newest digest of the register's versions, in hex. */
  register: string;
  /** When it was signed: ISO 8601 in UTC, by the clock of the application. */
  at: string;
  /** Ed25519 over `headText`, in base64url. */
  signature: string;
  /** The public key itself, in base64url: whoever knows it needs nothing else to check a head. */
  keyId: string;
}

/** The hash that the first event builds on, and the first digest. */
export const noHash = '0'.repeat(64);

/** What is signed: six lines in UTF-8, each ended by LF. */
export function headText(head: Omit<SignedHead, 'signature'>): string {
  const { seq, hash, register, at, keyId } = head;
  const lines = ['Supplier Risk Register, head of the history', seq, hash, register, at, keyId];
  return lines.map((line) => `${line}\n`).join('');
}

/** Signs with an Ed25519 private key in PEM (PKCS #8). */
export function signHead(head: Omit<SignedHead, 'signature' | 'keyId'>, key: string): SignedHead {
  const unsigned = { ...head, keyId: keyIdOf(key) };
  const signature = sign(null, Buffer.from(headText(unsigned)), createPrivateKey(key));
  return { ...unsigned, signature: signature.toString('base64url') };
}

/** The public half of an Ed25519 private key in PEM. */
export function keyIdOf(key: string): string {
  const { crv, x } = createPublicKey(key).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new Error('The key of the history is not an Ed25519 key.');
  return x;
}

/**
 * Whether the head was signed by the key that it names. Anybody can make a key: a head proves
 * something only where `keyId` is one that the reader knows from elsewhere.
 */
export function isSigned(head: SignedHead): boolean {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: head.keyId };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const signature = Buffer.from(head.signature, 'base64url');
    return verify(null, Buffer.from(headText(head)), key, signature);
  } catch {
    return false; // no such key can be
  }
}

/** The head that the JSON text holds, among other things perhaps; undefined where it holds none. */
export function parseHead(text: string): SignedHead | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return headIn(value);
}

/** The head itself, or what the value holds as `historyHead`, as a receipt does. */
function headIn(value: unknown): SignedHead | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('historyHead' in value) return headIn(value.historyHead);
  const { seq, hash, register, at, signature, keyId } = value as Record<string, unknown>;
  const isHead =
    isText(seq, /^\d{1,19}$/) &&
    isText(hash, /^[0-9a-f]{64}$/) &&
    isText(register, /^[0-9a-f]{64}$/) &&
    isText(at, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) &&
    isText(signature, /^[\w-]{86}$/) &&
    isText(keyId, /^[\w-]{43}$/);
  return isHead ? { seq, hash, register, at, signature, keyId } : undefined;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
