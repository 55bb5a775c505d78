import { describe, expect, it } from 'vitest';
import { detectCsv } from './csv-detection';

describe('detectCsv', () => {
  it.each([
    [',', 'name,country\n"Lantern, Inc.",US\nMoor,GB\n'],
    [';', 'name;note\nA;one, two, three\nB;four, five\n'],
    ['\t', 'name\tnote\nA\tone, two\nB\tthree; four\n'],
    ['|', 'name|note\nA|one, two\n'],
  ])('finds the delimiter %j', (delimiter, text) => {
    const form = detectCsv(text, true);
    expect(form.delimiter).toBe(delimiter);
    expect(form.header).toHaveLength(2);
    expect(form.rows.every((row) => row.length === 2)).toBe(true);
  });

  it('prefers the delimiter that fits every line to one that the header holds more often', () => {
    expect(detectCsv('a, b, c;d\n1;2\n3;4\n', true).delimiter).toBe(';');
  });

  it('takes a file of one column as it is', () => {
    expect(detectCsv('supplier\nMoor Ltd\n', true)).toMatchObject({
      delimiter: ',',
      header: ['supplier'],
      rows: [['Moor Ltd']],
    });
  });

  it.each([
    ['LF', 'a,b\nc,d\r\n'],
    ['CRLF', '"a\nb",c\r\nd,e\r\n'],
    ['CR', 'a,b\rc,d\r'],
  ])('finds line ends %s by the first outside quotes', (lineEnd, text) => {
    expect(detectCsv(text, true).lineEnd).toBe(lineEnd);
  });

  it('leaves out a last line that the sample cuts off', () => {
    expect(detectCsv('a,b\n1,2\n3', false).rows).toEqual([['1', '2']]);
    expect(detectCsv('a,b\n1,2\n3', true).rows).toEqual([['1', '2'], ['3']]);
  });
});
