import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headText, isSigned, keyIdOf, parseHead, signHead } from './history-head';

const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const key = newKey();
const head = signHead(
  {
    seq: '1207',
    hash: 'ab'.repeat(32),
    register: 'cd'.repeat(32),
    at: '2026-11-01T09:30:00.000Z',
  },
  key,
);

describe('a signed head', () => {
  it('names the key by which it is checked', () => {
    expect(head.keyId).toBe(keyIdOf(key));
    expect(isSigned(head)).toBe(true);
  });

  it.each([
    { seq: '1206' },
    { hash: `${'ab'.repeat(31)}ac` },
    { register: `${'cd'.repeat(31)}ce` },
    { at: '2026-11-01T09:30:01.000Z' },
    { keyId: keyIdOf(newKey()) },
    { signature: head.signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
  ])('is none any more with %o', (change) => {
    expect(isSigned({ ...head, ...change })).toBe(false);
  });

  it('is none when the key it names is no key', () => {
    expect(isSigned({ ...head, keyId: 'no key' })).toBe(false);
  });

  it('is signed over a text that has one reading', () => {
    expect(headText(head).split('\n')).toEqual([
      'Supplier Risk Register, head of the history',
      '1207',
      'ab'.repeat(32),
      'cd'.repeat(32),
      '2026-11-01T09:30:00.000Z',
      head.keyId,
      '',
    ]);
  });

  it('is read from its JSON, and from what carries one', () => {
    expect(parseHead(JSON.stringify(head))).toEqual(head);
    expect(parseHead(JSON.stringify({ rows: 12, historyHead: head }))).toEqual(head);
  });

  it.each(['', '{}', '[]', 'null', JSON.stringify({ ...head, seq: '12\n07' })])(
    'is not read from %s',
    (text) => expect(parseHead(text)).toBeUndefined(),
  );

  it('takes a key of the right kind only', () => {
    const { privateKey } = generateKeyPairSync('ed448');
    const other = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => keyIdOf(other)).toThrow('not an Ed25519 key');
  });
});
