import { CsvReader } from '@/app/_lib/csv-reading';
import type { FileForm } from './read-file';

const sampledRows = 50;
const shownValues = 3;
const longest = 60;

/** For each column of the header the first few values that differ, shortened, from the file's beginning. */
export function sampleValues(
  beginning: Uint8Array,
  { encoding, delimiter, header }: FileForm,
): string[][] {
  const rows: string[][] = [];
  const reader = new CsvReader(delimiter, {
    record: (cells) => {
      if (rows.length <= sampledRows) rows.push(cells);
    },
    broken: () => undefined,
  });
  reader.write(new TextDecoder(encoding).decode(beginning, { stream: true }));
  reader.end();
  const lines = rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).slice(1);
  return header.map((_, index) => {
    const values = lines
      .map((cells) => (cells[index] ?? '').trim())
      .filter((value) => value !== '');
    return [...new Set(values)].slice(0, shownValues).map(shortened);
  });
}

function shortened(value: string): string {
  const characters = [...value];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : value;
}
