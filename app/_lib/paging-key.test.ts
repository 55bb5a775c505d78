import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePagingKey, encodePagingKey } from './paging-key';

const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const encoded = (value: unknown) => encodePagingKey(value as string[]);

describe('decodePagingKey', () => {
  it('gives back any key that was encoded, in characters that a URL leaves alone', () => {
    const key = fc.tuple(
      fc.string({ unit: 'grapheme' }),
      fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(String),
      fc.uuid(),
    );
    fc.assert(
      fc.property(key, (parts) => {
        const text = encodePagingKey(parts);
        expect(text).toMatch(/^[\w-]+$/);
        expect(decodePagingKey(text, ['text', 'integer', 'uuid'])).toEqual(parts);
      }),
    );
  });

  it.each([
    ['date', '2026-12-31'],
    ['date', 'infinity'],
    ['instant', '2026-12-31T10:00:00.123456Z'],
    ['instant', '-infinity'],
    ['text', ''],
  ] as const)('takes a %s %s', (kind, part) => {
    expect(decodePagingKey(encoded([part, id]), [kind, 'uuid'])).toEqual([part, id]);
  });

  it.each([
    ['too few parts', encoded([id])],
    ['too many parts', encoded(['a', 'b', id])],
    ['no list', encoded({ 0: 'a', 1: id })],
    ['a number for a text', encoded([1, id])],
    ['an id that is none', encoded(['a', 'b'])],
    ['a NUL', encoded(['a\0', id])],
    ['half a surrogate pair', encoded(['\ud800', id])],
    ['padding', `${encoded(['a', id])}=`],
    ['other JSON for the same', btoa(`[ "a", "${id}" ]`)],
    ['no JSON', btoa('[')],
    ['bytes that are no UTF-8', btoa('["\xff"]')],
    ['no base64', '%%%'],
    ['nothing', ''],
    ['too much', encoded(['a'.repeat(10_000), id])],
  ])('refuses a key with %s', (_, text) => {
    expect(decodePagingKey(text, ['text', 'uuid'])).toBeUndefined();
  });

  it.each([
    ['date', '2026-02-31'],
    ['date', 'now'],
    ['instant', '2026-12-31T10:00:00'],
    ['integer', '1.5'],
    ['integer', '12345678901234567890'],
  ] as const)('refuses a %s %s', (kind, part) => {
    expect(decodePagingKey(encoded([part, id]), [kind, 'uuid'])).toBeUndefined();
  });
});
