import pg from 'pg';
import type { SignedHead } from '../../app/_domain/history-head.ts';
import { HeadCheck } from '../../app/_domain/history-head-check.ts';
import { checkEvents, type EventsChecked } from './check-events.ts';
import { checkReceipts } from './check-receipts.ts';
import { checkRecords } from './check-records.ts';
import { checkRegister } from './check-register.ts';
import { refuseProblem } from './problem.ts';

export interface DatabaseChecked extends EventsChecked {
  seals: number;
  versions: number;
  tables: number;
  rows: number;
  receipts: number;
}

/**
 * Checks all that a database can be held to, as it is at one moment: its history, the records, the
 * receipts and the register that the history tells of, and the heads that were signed before.
 * @throws HistoryProblem with the first thing that is wrong
 */
export async function checkDatabase(
  ownerUrl: string,
  heads: readonly SignedHead[],
  knownKeys: readonly string[],
): Promise<DatabaseChecked> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await checkWithin(client, heads, knownKeys);
  } finally {
    await client.end();
  }
}

/** The same within a transaction of the caller's, which sees one moment. */
export async function checkWithin(
  client: pg.ClientBase,
  heads: readonly SignedHead[],
  knownKeys: readonly string[],
): Promise<DatabaseChecked> {
  const check = new HeadCheck(heads);
  refuseProblem(check.signatureProblem(knownKeys));
  // Where policies would hide rows, this fails instead.
  await client.query('set local search_path = public, pg_temp; set local row_security = off');
  const events = await checkEvents(client, check);
  const register = await checkRegister(client, check);
  const records = await checkRecords(client);
  const receipts = await checkReceipts(client);
  return { ...events, ...register, ...records, receipts };
}
