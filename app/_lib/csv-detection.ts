import { CsvReader } from './csv-reading';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

export const delimiterLabels: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

export type LineEnd = 'LF' | 'CRLF' | 'CR';

export interface CsvForm {
  delimiter: Delimiter;
  lineEnd: LineEnd;
  /** Cells of the first line. */
  header: string[];
  /** Cells of the lines after it, as far as the sample reaches. */
  rows: string[][];
}

/** Records looked at for the delimiter. */
const considered = 100;

/**
 * How a CSV file is written, from its beginning as text without byte-order mark. `isWhole` says
 * that the sample is the whole file; else its last line may be cut off and is not looked at.
 * The delimiter is the one by which most lines have as many cells as the header, then the one that
 * gives most cells.
 */
export function detectCsv(sample: string, isWhole: boolean): CsvForm {
  const forms = delimiters.map((delimiter) => {
    const records = readSample(sample, delimiter, isWhole);
    const [header = [], ...rows] = records;
    const alike = rows.filter((row) => row.length === header.length).length;
    const isSplit = header.length > 1;
    return { delimiter, header, rows, score: isSplit ? alike / (rows.length || 1) : -1 };
  });
  const [best] = forms.sort((a, b) => b.score - a.score || b.header.length - a.header.length);
  if (!best) throw new Error('There is at least one delimiter.');
  return {
    delimiter: best.delimiter,
    lineEnd: firstLineEnd(sample),
    header: best.header,
    rows: best.rows,
  };
}

function readSample(sample: string, delimiter: string, isWhole: boolean): string[][] {
  const records: string[][] = [];
  const reader = new CsvReader(delimiter, {
    record: (cells) => {
      const isBlank = cells.every((cell) => cell.trim() === '');
      if (records.length < considered && !isBlank) records.push(cells);
    },
    broken: () => undefined,
  });
  reader.write(sample);
  if (isWhole || records.length === 0) reader.end();
  return records;
}

/** Of the text outside quotes. */
function firstLineEnd(sample: string): LineEnd {
  const found = /^(?:"(?:[^"]|"")*"|[^"\r\n])*(\r\n|\n|\r)/.exec(sample)?.[1];
  return found === '\r\n' ? 'CRLF' : found === '\r' ? 'CR' : 'LF';
}
