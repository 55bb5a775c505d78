import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, formulaStarts, prefixed, unprefixed } from './csv';

/** Any Unicode, with what matters here more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", ...formulaStarts, '"', ',', '\n', 'a', '', '😀') }),
);

describe('prefixed', () => {
  it.each([...formulaStarts])('quotes a cell that begins with %j', (start) => {
    expect(prefixed(`${start}1`)).toBe(`'${start}1`);
    expect(prefixed(`'${start}1`)).toBe(`''${start}1`);
  });

  it.each(['', 'Kaspersky Lab', "'s-Hertogenbosch", "''", 'a=b', ' =1'])('leaves “%s”', (cell) => {
    expect(prefixed(cell)).toBe(cell);
    expect(unprefixed(cell)).toBe(cell);
  });

  it('is undone by unprefixed, for any text', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(unprefixed(prefixed(original))).toBe(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('never leaves a cell that begins like a formula', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(formulaStarts.some((start) => prefixed(original).startsWith(start))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('csvLine', () => {
  it('quotes cells with commas, quotes and line ends, and doubles quotes', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain'])).toBe(
      '"a,b","say ""no""","two\nlines",plain\r\n',
    );
  });

  it('writes numbers as numbers and texts that look like them as texts', () => {
    expect(csvLine([-5, '-5', 1.5])).toBe("-5,'-5,1.5\r\n");
  });

  it('does not let a single empty cell become an empty line', () => {
    expect(csvLine([''])).toBe('""\r\n');
    expect(csvLine(['', ''])).toBe(',\r\n');
  });

  it('is read back by a CSV reader as the same texts', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(table, (lines) => {
        const read: string[][] = parse(lines.map(csvLine).join(''), { record_delimiter: '\r\n' });
        expect(read.map((cells) => cells.map(unprefixed))).toEqual(lines);
      }),
      { numRuns: 500 },
    );
  });
});

it('quotes a cell after prefixing it', () => {
  expect(csvCell('=A1,"x"')).toBe('"\'=A1,""x"""');
});
