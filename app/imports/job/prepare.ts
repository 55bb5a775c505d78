import type { Actor } from '@/app/_server/actor';
import type { ImportCounts } from '../counts';
import type { ImportBatch } from '../data';
import * as data from './data';
import { nearDuplicates } from './matches';
import { type Reading, stage } from './stage';

export interface Prepared {
  reading: Reading;
  counts: ImportCounts;
  /** Found by comparing lines with each other and with the register. */
  compared: { problems: number; lines: number };
  openMatches: number;
}

/** What rehearsal and real run have in common: read and check every line, then plan what to write. */
export async function prepare(
  connection: data.Connection,
  actor: Actor,
  batch: ImportBatch,
  tell: (share: number, words: string) => Promise<void>,
  beforePlan: () => Promise<void> = async () => undefined,
): Promise<Prepared> {
  const reading = await stage(connection, actor, batch, (share) =>
    tell(share * 0.8, 'Reading and checking the lines'),
  );
  await tell(0.8, 'Comparing with the register');
  await beforePlan();
  const unknown = await data.unknownNames(connection);
  const matches = nearDuplicates(unknown, await data.alikeInRegister(connection, unknown));
  const openMatches = await data.storeMatches(connection, batch.id, matches);
  const counts = await data.plan(connection, batch.id);
  const compared = await data.comparedProblems(connection);
  return { reading, counts, compared, openMatches };
}
