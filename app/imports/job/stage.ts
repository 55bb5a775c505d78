import {
  type ClassificationCode,
  type ClassificationRank,
  classificationOfRank,
  classificationRank,
} from '@/app/_domain/classification';
import { copyValue } from '@/app/_lib/copy-text';
import type { Actor } from '@/app/_server/actor';
import { type Staged, stagedColumns } from '../cells';
import type { ImportBatch } from '../data';
import { fieldsOf } from '../fields';
import { type CellProblem, lineReader } from '../line';
import { fileReader } from '../read-file';
import { type Connection, type FoundProblem, readPieces, stageLines } from './data';

/** Problems that are kept to be listed; all are counted. */
const listed = 100_000;

export interface Reading {
  lineCount: number;
  problems: FoundProblem[];
  problemCount: number;
  rejectedCount: number;
  /** Highest rank in the file: 3 where a classification cannot be read. */
  accessRank: number;
  /** Of all lines, also of those with problems. */
  markings: Set<string>;
  /** Some line of systems is broken, so that its marking is not known. */
  isUnreadable: boolean;
  /** Words for countries, in capitals, with the code that may be meant. */
  suggested: Record<string, string>;
}

/**
 * Reads and checks the whole file into the staging table, one piece in memory at a time. Lines with
 * a problem are left out. `onProgress` is told the share of the file that was read.
 */
export async function stage(
  connection: Connection,
  actor: Actor,
  batch: ImportBatch,
  onProgress: (share: number) => Promise<void>,
): Promise<Reading> {
  const reading: Reading = {
    lineCount: 0,
    problems: [],
    problemCount: 0,
    rejectedCount: 0,
    accessRank: 0,
    markings: new Set(),
    isUnreadable: false,
    suggested: {},
  };
  const readLine = lineReader(batch.header, batch.kind, batch.mapping);
  const isClassified = fieldsOf(batch.kind).includes('classification');
  let rows: string[] = [];

  const note = (line: number, problem: Omit<FoundProblem, 'line'>) => {
    reading.problemCount += 1;
    if (reading.problems.length < listed) reading.problems.push({ line, ...problem });
  };
  const reject = (line: number, problems: CellProblem[]) => {
    reading.rejectedCount += 1;
    for (const { field, value, reason, suggestion } of problems) {
      note(line, { column: batch.mapping.columns[field] ?? field, value, reason });
      if (suggestion) reading.suggested[value.toUpperCase()] = suggestion;
    }
  };
  const read = fileReader(batch, {
    line: (cells, line) => {
      reading.lineCount += 1;
      const result = readLine(cells);
      const problems = result.ok ? [] : result.problems;
      const classification = result.staged.classification as ClassificationCode | undefined;
      const rank = classification ? classificationRank(classification) : isClassified ? 3 : 0;
      reading.accessRank = Math.max(reading.accessRank, rank);
      for (const marking of markingsOf(result.staged)) reading.markings.add(marking);
      if (classification && rank > actor.ceiling) {
        problems.push({
          field: 'classification',
          value: classification,
          reason: aboveClearance(actor),
        });
      }
      if (problems.length > 0) reject(line, problems);
      else rows.push(copyRow(line, result.staged));
    },
    broken: (line, reason) => {
      reading.lineCount += 1;
      reading.rejectedCount += 1;
      if (isClassified) {
        reading.accessRank = 3;
        reading.isUnreadable = true;
      }
      note(line, { column: '', value: '', reason });
    },
  });

  async function* copyRows(): AsyncGenerator<string> {
    let bytes = 0;
    for await (const piece of readPieces(actor, batch.id)) {
      read(piece);
      bytes += piece.length;
      yield rows.join('');
      rows = [];
      await onProgress(bytes / batch.byteCount);
    }
    read();
    yield rows.join('');
  }
  await stageLines(connection, copyRows());
  return reading;
}

function aboveClearance({ ceiling }: Actor): string {
  return ceiling === 0
    ? 'You are not cleared for anything classified.'
    : `You are cleared up to ${classificationOfRank(ceiling as ClassificationRank)} only.`;
}

function copyRow(line: number, staged: Staged): string {
  const cells = stagedColumns.map((column) => copyValue(staged[column] ?? null));
  return `${line}\t${cells.join('\t')}\n`;
}

function markingsOf({ markings }: Partial<Staged>): readonly string[] {
  return Array.isArray(markings) ? markings : [];
}
