import type { ClassificationRank } from '@/app/_domain/classification';
import type { SignedHead } from '@/app/_domain/history-head';
import { asOfInstant } from '@/app/_lib/iso-time';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { signedHead } from '@/app/_server/history-head';
import { lastWrittenHead } from '@/app/_server/history-heads';
import { pageHolds } from '@/app/_server/page-marking';
import { readTablePage } from '@/app/_server/table-page';
import type { TablePage } from '@/components/data-table/types';
import { type ChangeRow, historyChangesTable } from './changes/table';
import {
  contentOf,
  type Difference,
  differences,
  referredIds,
  withoutReferences,
} from './differences';
import { readNames } from './names/data';
import { type AboutRecord, type Subject, subjectIds, subjectOf } from './subject';
import { type HistoryRow, historyTable } from './table';

/** What each row of a page is about, by the row's key. */
export type Subjects = Readonly<Record<string, Subject>>;

/** Newest events first, with what they are about. */
export async function historyPage(
  actor: Actor,
  query: TableQuery,
): Promise<{ page: TablePage<HistoryRow>; subjects: Subjects }> {
  const page = await readTablePage<HistoryRow>(actor, historyTable, query);
  const about = (row: HistoryRow) => ({ ...row, entityId: row.entity_id });
  const names = await readAs(actor, (transaction) =>
    readNames(transaction, subjectIds(page.rows.map(about))),
  );
  const subjects = page.rows.map((row) => [row.seq, subjectOf(about(row), names, actor.roles)]);
  return { page: withoutContent(page, query), subjects: Object.fromEntries(subjects) };
}

/** What each row of a page of changes is about and says, by its ordinal. */
export type ChangeContents = Readonly<
  Record<number, { subject: Subject; differences: readonly Difference[] }>
>;

/** Rows of one event that stands for many of this entity. */
export async function changesPage(
  actor: Actor,
  entity: string,
  query: TableQuery,
): Promise<{ page: TablePage<ChangeRow>; contents: ChangeContents }> {
  const page = await readTablePage<ChangeRow>(actor, historyChangesTable, query);
  const about = (row: ChangeRow) => ({ ...row, entity, entityId: row.entity_id });
  const states = page.rows.map((row) => [contentOf(row.before), contentOf(row.after)] as const);
  const names = await readAs(actor, (transaction) =>
    readNames(transaction, [...subjectIds(page.rows.map(about)), ...referredIds(states.flat())]),
  );
  const contents = page.rows.map((row, index) => {
    const changed = differences(...(states[index] ?? [null, null]), names);
    const subject = subjectOf(about(row), names, actor.roles);
    return [row.ordinal, { subject, differences: changed }];
  });
  return { page: withoutContent(page, query), contents: Object.fromEntries(contents) };
}

/** The head of the history, signed now. */
export function readHead(actor: Actor): Promise<SignedHead> {
  return readAs(actor, signedHead);
}

/** When the head was last written beside the database, as ISO time; '' where it never was. */
export async function readLastWritten(_actor: Actor): Promise<string> {
  return (await lastWrittenHead())?.at ?? '';
}

/** Whole rows as JSON go to the browser only when somebody asks to see them. */
function withoutContent<Row extends object>(
  page: TablePage<Row>,
  query: TableQuery,
): TablePage<Row> {
  const unseen = ['before', 'after'].filter((name) => !query.columns?.includes(name));
  const blank = Object.fromEntries(unseen.map((name) => [name, '']));
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...blank })) };
}

/** One event, or one row of an event that stands for many. */
export interface HistoryEntry extends AboutRecord {
  seq: string;
  /** Place within the event; 0 for the event itself. */
  ordinal: number;
  at: string;
  actorName: string;
  action: string;
  reason: string;
  subject: Subject;
  differences: readonly Difference[];
}

export interface HistoryEvent extends HistoryEntry {
  requestId: string;
  rowCount: number;
  isBulk: boolean;
  previousHash: string;
  hash: string;
}

type EntryRow = Omit<HistoryEntry, 'subject' | 'differences'> & { accessRank: number };
type EventRow = Omit<HistoryEvent, 'subject' | 'differences'> & { accessRank: number };

/** Says to the page how what the events changed is classified; those of rank 0 are not. */
function tellPage(rows: readonly EntryRow[]): void {
  const held = rows.filter(({ accessRank }) => accessRank > 0);
  pageHolds(
    held.map(({ accessRank, before, after }) => ({
      rank: accessRank as ClassificationRank,
      markings: `${before} ${after}`.includes('SENSITIVE') ? ['SENSITIVE'] : [],
    })),
  );
}

const instant = (sql: string) =>
  `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The event of that number; null where there is none, or none for this reader. */
export async function readEvent(actor: Actor, seq: string): Promise<HistoryEvent | null> {
  if (!/^\d{1,18}$/.test(seq)) return null;
  return readAs(actor, async (transaction) => {
    const [row] = await transaction.$queryRawUnsafe<EventRow[]>(
      `select seq::text, 0 as ordinal, ${instant('at')} as at, actor_name as "actorName", action, entity,
         entity_id as "entityId", reason, before, after, request_id as "requestId", row_count as "rowCount",
         changes_digest <> '' as "isBulk", access_rank as "accessRank", previous_hash as "previousHash", hash
       from history_list where seq = $1::bigint`,
      seq,
    );
    if (!row) return null;
    tellPage([row]);
    const contents = [contentOf(row.before), contentOf(row.after)] as const;
    const names = await readNames(transaction, [...subjectIds([row]), ...referredIds(contents)]);
    return {
      ...row,
      subject: subjectOf(row, names, actor.roles),
      differences: differences(...contents, names),
    };
  });
}

/** Whose story is told: a record, by the tables in which it and its parts stand. */
export interface StoryOf {
  entities: readonly string[];
  ids: readonly string[];
  /** Ids of the parts that are there, since many may have come at once. */
  partIds: readonly string[];
}

export interface RecordStory {
  entries: readonly HistoryEntry[];
  total: number;
}

/**
 * What happened to a record and its parts, or had by a moment, newest first, as far as the actor may see
 * it. As in the whole history, records go by the names that they have now.
 */
export function readStory(
  actor: Actor,
  of: StoryOf,
  limit: number,
  asOf?: string,
): Promise<RecordStory> {
  const work = async (transaction: Transaction) => {
    const rows = await transaction.$queryRawUnsafe<(EntryRow & { total: number })[]>(
      `select s.seq::text, s.ordinal, ${instant('s.at')} as at, s.actor_name as "actorName", s.action, s.entity,
         coalesce(c.entity_id, e.entity_id) as "entityId", s.reason,
         coalesce(case when s.ordinal = 0 then e.before else c.before end::text, '') as before,
         coalesce(case when s.ordinal = 0 then e.after else c.after end::text, '') as after,
         coalesce(c.access_rank, e.access_rank) as "accessRank", count(*) over ()::integer as total
       from history_story($1::text[], $2::text[], $3::text[]) s
       left join history_event e on s.ordinal = 0 and e.seq = s.seq
       left join history_change c on c.seq = s.seq and c.ordinal = s.ordinal
       where (e.seq is not null or c.seq is not null) and s.at <= $4::timestamptz
       order by s.seq desc, s.ordinal desc limit ${limit}`,
      of.entities,
      of.ids,
      of.partIds,
      asOf ? asOfInstant(asOf) : 'infinity',
    );
    tellPage(rows);
    // That its parts are the record's need not be said on its own page.
    const state = (json: string) => withoutReferences(contentOf(json), of.ids);
    const contents = rows.map((row) => [state(row.before), state(row.after)] as const);
    const names = await readNames(transaction, [
      ...subjectIds(rows),
      ...referredIds(contents.flat()),
    ]);
    const entries = rows.map(({ total: _, ...row }, index) => ({
      ...row,
      subject: subjectOf(row, names, actor.roles),
      differences: differences(...(contents[index] ?? [null, null]), names),
    }));
    return { entries, total: rows[0]?.total ?? 0 };
  };
  return readAs(actor, work);
}
