import { readFileSync } from 'node:fs';
import { parseHead, type SignedHead } from '../../app/_domain/history-head.ts';
import { HistoryProblem } from './problem.ts';

/** In the register's data folder; one signed head per line, appended by the application. */
export const headsFileName = 'history-heads.jsonl';

/**
 * The heads in the file, oldest first; undefined where there is no file.
 * @throws HistoryProblem for a line that is no head
 */
export function readHeads(path: string): SignedHead[] | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const head = parseHead(line);
    if (!head) throw new HistoryProblem(`Line ${index + 1} of ${path} is no signed head.`);
    return head;
  });
}
