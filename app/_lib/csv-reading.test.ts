import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, csvLimits } from './csv-reading';

function read(pieces: readonly string[], delimiter = ',') {
  const records: [line: number, ...cells: string[]][] = [];
  const broken: [line: number, reason: string][] = [];
  const reader = new CsvReader(delimiter, {
    record: (cells, line) => records.push([line, ...cells]),
    broken: (line, reason) => broken.push([line, reason]),
  });
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return { records, broken };
}

describe('CsvReader', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end in %s, the last one with or without', (_name, end) => {
    const expected = [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ];
    expect(read([`a,b${end}1,2${end}`]).records).toEqual(expected);
    expect(read([`a,b${end}1,2`]).records).toEqual(expected);
  });

  it('counts the file’s lines, those inside quotes and blank ones included', () => {
    const { records } = read(['a,b\r\n1,"x\r\ny\n"\r\n\r\n3,4']);
    expect(records).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny\n'],
      [5, ''],
      [6, '3', '4'],
    ]);
  });

  it('takes doubled quotes for one, and delimiters in quotes for text', () => {
    expect(read(['"a ""b""";";";""\n'], ';').records).toEqual([[1, 'a "b"', ';', '']]);
  });

  it('goes on with the next line after a broken one', () => {
    const { records, broken } = read(['a\nx"y\n"p"q\n"never\nb\n']);
    expect(records.map(([line]) => line)).toEqual([1, 5]);
    expect(broken.map(([line]) => line)).toEqual([2, 3, 4]);
    expect(broken[2]?.[1]).toMatch(/never closed/);
  });

  it('refuses a line that is too long without holding it', () => {
    const long = 'x'.repeat(csvLimits.recordLength);
    const { records, broken } = read(['a\n', long, long, `${long}\rb\n`]);
    expect(records).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
    expect(broken).toEqual([[2, 'The line is longer than 1 million characters.']]);
  });

  it('refuses an opened quote that would swallow the file', () => {
    const { records, broken } = read(['a\n"b\n', 'c\n'.repeat(csvLimits.recordLength / 2), 'd\n']);
    expect(broken).toEqual([[2, 'A quote is opened here and never closed.']]);
    expect(records).toHaveLength(csvLimits.recordLength / 2 + 2);
  });

  it('refuses a line with too many cells', () => {
    const { broken } = read([','.repeat(csvLimits.columns)]);
    expect(broken).toEqual([[1, 'The line has more than 500 cells.']]);
  });

  it('reads back whatever was written by the rules, however the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', '\r', '\n', ' ') });
    const quoted = (text: string) =>
      /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(200)),
        (rows, end, cuts) => {
          const text = rows.map((row) => row.map(quoted).join(',') + end).join('');
          const places = [0, ...cuts.filter((cut) => cut < text.length), text.length];
          places.sort((a, b) => a - b);
          const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
          const { records, broken } = read(pieces);
          expect(broken).toEqual([]);
          expect(records.map(([, ...cells]) => cells)).toEqual(rows);
        },
      ),
    );
  });
});
