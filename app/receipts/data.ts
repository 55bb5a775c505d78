import type { SignedHead } from '@/app/_domain/history-head';
import { classifiedAs } from '@/app/_domain/marking';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import type { ExportScope } from '@/app/_server/export-receipt';
import { pageHolds } from '@/app/_server/page-marking';
import { readTablePage } from '@/app/_server/table-page';
import { type ReceiptRow, receiptsTable } from './table';

/** One page of the receipts that the actor may see. */
export function receiptsPage(actor: Actor, query: TableQuery) {
  return readTablePage<ReceiptRow>(actor, receiptsTable, query);
}

/** What an export was. Times are ISO 8601 in UTC, to the microsecond. */
export interface Receipt {
  id: string;
  /** Name of the table definition. */
  tableName: string;
  /** In the URL language, without the moment. */
  query: string;
  /** The moment whose state was exported. */
  asOf: string;
  /** The newest change that the export could see. */
  seenUpTo: string;
  historyHead: SignedHead;
  columns: string[];
  marking: string;
  fileName: string;
  state: 'complete' | 'incomplete';
  /** Null unless complete. */
  rowCount: number | null;
  /** Null while the export runs, or if it was killed. */
  byteCount: number | null;
  /** In hex; '' unless complete. */
  sha256: string;
  exportedBy: string;
  exportedByName: string;
  exportedAt: string;
  /** Null while the export runs, or if it was killed. */
  endedAt: string | null;
  scope: ExportScope;
}

const receiptSql = `
  select id, table_name as "tableName", query, history_instant(as_of) as "asOf", history_instant(seen_up_to) as "seenUpTo",
    history_head as "historyHead", columns, marking, file_name as "fileName", state, row_count as "rowCount",
    byte_count::float8 as "byteCount", sha256, exported_by as "exportedBy", exported_by_name as "exportedByName",
    history_instant(exported_at) as "exportedAt", history_instant(ended_at) as "endedAt",
    jsonb_build_object('rank', scope_rank, 'all', scope_all, 'organisations', scope_ids, 'compartments', scope_compartments) as scope
  from receipt`;

/** The receipt of this id, or null where there is none that the actor may see. */
export async function findReceipt(actor: Actor, id: string): Promise<Receipt | null> {
  if (!uuidPattern.test(id)) return null;
  const [receipt] = await readReceipts(actor, 'where id = $1::uuid', [id]);
  return receipt ?? null;
}

/** Id of the actor's newest export, or null where there is none. */
export async function findNewestReceipt(actor: Actor): Promise<string | null> {
  const newest = await readAs(actor, (transaction) =>
    transaction.receipt.findFirst({
      where: { exportedBy: actor.id },
      orderBy: { exportedAt: 'desc' },
      select: { id: true },
    }),
  );
  return newest?.id ?? null;
}

/** Exports of exactly these bytes: the receipts that the actor may see, and when the others were. */
export async function findIssued(
  actor: Actor,
  sha256: string,
): Promise<{ receipts: Receipt[]; others: string[] }> {
  const receipts = await readReceipts(
    actor,
    `where state = 'complete' and sha256 = $1 order by exported_at`,
    [sha256],
  );
  const issued = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<{ at: string }[]>`
      select history_instant(at) as at from receipt_issued_at(${sha256}) at`,
  );
  const seen = new Set(receipts.map(({ exportedAt }) => exportedAt));
  return { receipts, others: issued.map(({ at }) => at).filter((at) => !seen.has(at)) };
}

/** What a file looks like that nobody issued as it is. */
export interface FileLook {
  name: string;
  columns: readonly string[];
  rowCount: number;
  byteCount: number;
}

const mostAlike = 5;

/**
 * Exports that the file may once have been, among those that the actor may see: of its name, or
 * with its columns and its number of lines or bytes. The likeliest first.
 */
export function findAlike(actor: Actor, look: FileLook): Promise<Receipt[]> {
  return readReceipts(
    actor,
    `where file_name = $1 or (columns = $2::text[] and (row_count = $3::bigint or byte_count = $4::bigint))
     order by (file_name = $1)::integer + (columns = $2::text[])::integer
       + (row_count is not distinct from $3::bigint)::integer + (byte_count is not distinct from $4::bigint)::integer desc,
       exported_at desc
     limit ${mostAlike}`,
    [look.name, look.columns, look.rowCount, look.byteCount],
  );
}

async function readReceipts(
  actor: Actor,
  condition: string,
  values: readonly unknown[],
): Promise<Receipt[]> {
  const receipts = await readAs(actor, (transaction: Transaction) =>
    transaction.$queryRawUnsafe<Receipt[]>(`${receiptSql} ${condition}`, ...values),
  );
  pageHolds(receipts.map(({ marking }) => classifiedAs(marking)));
  return receipts;
}
