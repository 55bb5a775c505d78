import { createReadStream } from 'node:fs';
import { unprefixed } from '../../app/_lib/csv.ts';
import { CsvReader } from '../../app/_lib/csv-reading.ts';
import { HistoryProblem } from './problem.ts';

export type ExportRow = Readonly<Record<string, string>>;

/**
 * Reads a CSV of the register row by row, by the names of its header, with the quotes before
 * formulas taken off again.
 * @param onHeader takes the names of the columns and gives what takes the rows
 * @throws HistoryProblem for a line that cannot be read
 */
export async function readExport(
  path: string,
  onHeader: (names: readonly string[]) => (row: ExportRow) => void,
): Promise<void> {
  let names: readonly string[] = [];
  let onRow: ((row: ExportRow) => void) | undefined;
  const reader = new CsvReader(',', {
    record(cells, line) {
      if (!onRow) {
        names = cells;
        onRow = onHeader(cells);
      } else if (cells.length !== names.length) {
        throw new HistoryProblem(
          `Line ${line} of ${path} has ${cells.length} cells, not ${names.length}.`,
        );
      } else {
        onRow(
          Object.fromEntries(names.map((name, index) => [name, unprefixed(cells[index] ?? '')])),
        );
      }
    },
    broken(line, reason) {
      throw new HistoryProblem(`Line ${line} of ${path} cannot be read. ${reason}`);
    },
  });
  for await (const piece of createReadStream(path, 'utf8')) reader.write(piece as string);
  reader.end();
  if (!onRow) throw new HistoryProblem(`${path} is empty.`);
}
