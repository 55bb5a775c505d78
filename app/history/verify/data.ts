import { ChainWalk, type EventLink } from '@/app/_domain/history-chain';
import { HeadCheck } from '@/app/_domain/history-head-check';
import type { Transaction } from '@/app/_server/database';
import { ownKeyId } from '@/app/_server/history-head';
import { headsFile } from '@/app/_server/history-heads';
import { readHeads } from '@/prisma/history/heads-file';
import { HistoryProblem, refuseProblem } from '@/prisma/history/problem';
import type { CheckPart } from './check';
import type { CheckCursor } from './schema';

const partMilliseconds = 1_500;
const linksAtOnce = 5_000;

/**
 * Goes on with a check for a moment, over everything, whatever the reader may see of it: the chain
 * and the changes of bulk events, the register's versions, and the heads that were written. The
 * command `history:verify` does the same from outside, and holds the records against it.
 */
export async function checkPart(transaction: Transaction, from: CheckCursor): Promise<CheckPart> {
  const total = await newestSeq(transaction);
  const cursor = { ...from };
  try {
    const heads = new HeadCheck(readHeads(headsFile()) ?? []);
    const isDone = await goOn(transaction, cursor, heads, Date.now() + partMilliseconds);
    return { cursor, total, isDone };
  } catch (error) {
    if (!(error instanceof HistoryProblem)) throw error;
    return { cursor, total, isDone: true, problem: error.message };
  }
}

async function goOn(
  transaction: Transaction,
  cursor: CheckCursor,
  heads: HeadCheck,
  deadline: number,
): Promise<boolean> {
  while (cursor.stage === 'events') {
    if (!(await followLinks(transaction, cursor, heads))) cursor.stage = 'register';
    if (Date.now() > deadline) return false;
  }
  while (await holdSeals(transaction, cursor)) {
    if (Date.now() > deadline) return false;
  }
  // What has happened meanwhile, so that the newest head is not taken for one of events cut off.
  while (await followLinks(transaction, cursor, heads));
  await holdHeads(transaction, cursor, heads);
  return true;
}

type LinkRow = EventLink & { isBulk: boolean };

/** Follows the next events; false when there are none. */
async function followLinks(
  transaction: Transaction,
  cursor: CheckCursor,
  heads: HeadCheck,
): Promise<boolean> {
  const links = await transaction.$queryRawUnsafe<LinkRow[]>(
    `select l.seq::text, previous_hash as "previousHash", content_hash as "contentHash", hash, is_bulk as "isBulk"
     from history_link l where l.seq > $1::bigint order by l.seq limit ${linksAtOnce}`,
    cursor.seq,
  );
  const walk = new ChainWalk(BigInt(cursor.seq), cursor.hash);
  for (const link of links) {
    refuseProblem(walk.follow(link) ?? heads.eventProblem(link.seq, link.hash));
    if (link.isBulk && !(await changesHold(transaction, link.seq))) {
      refuseProblem(`The changes of event ${link.seq} are not the ones that were recorded.`);
    }
    Object.assign(cursor, { seq: link.seq, hash: link.hash });
  }
  return links.length === linksAtOnce;
}

async function changesHold(transaction: Transaction, seq: string): Promise<boolean> {
  const [row] = await transaction.$queryRawUnsafe<{ hold: boolean }[]>(
    'select history_changes_hold($1::bigint) as hold',
    seq,
  );
  return row?.hold ?? false;
}

/** Holds the next seals of the register against its versions; false after the last. */
async function holdSeals(transaction: Transaction, cursor: CheckCursor): Promise<boolean> {
  const [row] = await transaction.$queryRawUnsafe<
    { checked: number; upTo: string | null; problem: string | null; isDone: boolean }[]
  >(
    `select checked, up_to::text as "upTo", problem::text, is_done as "isDone"
     from register_seals_hold(nullif($1, '')::timestamptz)`,
    cursor.sealedAt,
  );
  if (!row) return false;
  if (row.problem)
    refuseProblem(`The register's versions of ${row.problem} are not those that were recorded.`);
  cursor.sealedAt = row.upTo ?? '';
  cursor.seals += row.checked;
  return !row.isDone;
}

async function holdHeads(
  transaction: Transaction,
  cursor: CheckCursor,
  heads: HeadCheck,
): Promise<void> {
  refuseProblem(heads.signatureProblem([ownKeyId()]));
  refuseProblem(heads.endProblem(BigInt(cursor.seq)));
  const rows = await transaction.$queryRawUnsafe<{ hash: string }[]>(
    'select register_seals_among($1::text[]) as hash',
    heads.registers,
  );
  refuseProblem(heads.registerProblem(new Set(rows.map(({ hash }) => hash))));
}

async function newestSeq(transaction: Transaction): Promise<string> {
  const [row] = await transaction.$queryRaw<{ seq: string | null }[]>`
    select max(seq)::text as seq from history_link`;
  return row?.seq ?? '0';
}
