/**
 * What a spreadsheet may take for the beginning of a formula, in ASCII and full width
 * (OWASP ASVS 5, 1.2.10).
 */
export const formulaStarts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
] as const;

const formulaLike = new RegExp(`^'*[${formulaStarts.join('').replace('-', '\\-')}]`);

/**
 * The text as it stands in a CSV cell: with a single quote before it where a spreadsheet would
 * calculate. A text that already begins with quotes before such a start gets one more, so that
 * taking one off again always gives back the text.
 */
export function prefixed(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

/** The text of which the cell was made: `unprefixed(prefixed(text)) === text` for every text. */
export function unprefixed(cell: string): string {
  return cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell;
}

/** One cell by RFC 4180. Numbers stay numbers: `-5` is no formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = prefixed(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line by RFC 4180, with its line end. */
export function csvLine(values: readonly (string | number)[]): string {
  const line = values.map(csvCell).join(',');
  // A line of a single empty cell would be an empty line, which readers skip.
  return `${line === '' && values.length === 1 ? '""' : line}\r\n`;
}
