import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine } from './csv';
import { RecordCount } from './record-count';

function count(text: string, pieceLength = 1000): number {
  const records = new RecordCount();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += pieceLength) {
    records.add(bytes.subarray(at, at + pieceLength));
  }
  return records.records;
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é') });
const record = fc.array(cell, { minLength: 1, maxLength: 3 });

it('counts what was written, cut anywhere', () => {
  fc.assert(
    fc.property(fc.array(record), fc.integer({ min: 1, max: 5 }), (records, pieceLength) => {
      expect(count(records.map(csvLine).join(''), pieceLength)).toBe(records.length);
    }),
  );
});

it.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\r\nb\r\n', 2],
  ['a\rb\r', 2],
  ['a\r\r\nb', 3],
  ['"a\nb"\nc\n', 2],
  ['a\n\n', 2],
])('counts %j as %i', (text, records) => {
  expect(count(text)).toBe(records);
});
