import { csvLine, unprefixed } from '@/app/_lib/csv';
import type { Actor } from '@/app/_server/actor';
import { findProblemsOfLines, type ImportBatch } from '../../data';
import { readPieces } from '../../job/data';
import { fileReader } from '../../read-file';

interface Line {
  line: number;
  cells: readonly string[];
}

/** CSV of the rejected lines, in pieces; holds one piece of the file at a time. */
export async function* rejectedLines(
  actor: Actor,
  batch: ImportBatch,
): AsyncGenerator<string, void> {
  yield csvLine([...batch.header, 'reason']);
  let lines: Line[] = [];
  const read = fileReader(batch, {
    line: (cells, line) => lines.push({ line, cells }),
    broken: (line, _reason, cells = []) => lines.push({ line, cells }),
  });
  for await (const piece of readPieces(actor, batch.id)) {
    read(piece);
    yield await rejectedOf(actor, batch, lines);
    lines = [];
  }
  read();
  yield await rejectedOf(actor, batch, lines);
}

async function rejectedOf(
  actor: Actor,
  { id, header }: ImportBatch,
  lines: readonly Line[],
): Promise<string> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return '';
  const problems = await findProblemsOfLines(actor, id, { from: first.line, to: last.line });
  const byLine = Map.groupBy(problems, ({ line }) => line);
  const rejected = lines.flatMap(({ line, cells }) => {
    const found = byLine.get(line);
    if (!found) return [];
    const reasons = found.map(({ columnName, reason }) =>
      columnName ? `${columnName}: ${reason}` : reason,
    );
    const original = header.map((_, index) => unprefixed(cells[index] ?? ''));
    return csvLine([...original, `Line ${line}. ${reasons.join(' ')}`]);
  });
  return rejected.join('');
}
