import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import type { Actor } from '@/app/_server/actor';
import { type ActingFor, actingFor, connectAs, copyIn, pool } from '@/app/_server/database';
import { actStatement } from '@/app/_server/history-act';
import { stagedColumns } from '../cells';
import type { ImportCounts } from '../counts';
import { type ImportBatch, importAct } from '../data';
import type { FieldName } from '../fields';
import type { ImportState } from '../states';

/** Connection of a job, inside its one transaction. */
export type Connection = PoolClient;

export interface FoundProblem {
  line: number;
  column: string;
  value: string;
  reason: string;
}

/**
 * Runs a job's work in one transaction, unless another process has the same import in hand: a lock
 * says so, which falls with the connection when that process dies.
 */
export async function workOn(
  acting: ActingFor,
  importId: string,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  await connectAs(acting, async (connection) => {
    const { rows } = await connection.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(7222, hashtext($1)) as free`,
      [importId],
    );
    if (!rows[0]?.free) return;
    await connection.query(`set local work_mem = '128MB'`);
    await work(connection);
  });
}

export async function stateOf(
  connection: Connection,
  importId: string,
): Promise<ImportState | undefined> {
  const { rows } = await connection.query<{ state: ImportState }>(
    `select state from import_batch where id = $1`,
    [importId],
  );
  return rows[0]?.state;
}

/** Writers go one after the other. */
export async function takeWriteLock(connection: Connection): Promise<void> {
  await connection.query('select register_write_lock()');
}

/** Told while the job's own transaction is open, so by a connection of its own. */
export async function tellProgress(
  actor: Actor,
  importId: string,
  progress: number,
  message: string,
): Promise<void> {
  await connectAs(actingFor(actor), (connection) =>
    connection.query(
      `update import_batch set progress = $2, message = $3
       where id = $1 and state in ('rehearsing', 'applying', 'undoing')`,
      [importId, Math.floor(progress), message],
    ),
  );
}

/** Ends a job that changed nothing: back to an earlier state, with the reason. */
export async function tellFailure(
  actor: Actor,
  importId: string,
  states: { from: ImportState; to: ImportState },
  message: string,
): Promise<void> {
  await connectAs(actingFor(actor), (connection) =>
    connection.query(
      `update import_batch set state = $3, progress = 0, message = $4 where id = $1 and state = $2`,
      [importId, states.from, states.to, message],
    ),
  );
}

/** The file's bytes, piece by piece. */
export async function* readPieces(actor: Actor, importId: string): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal += 1) {
    const { rows } = await connectAs(actingFor(actor), (connection) =>
      connection.query<{ content: Buffer }>(
        `select content from import_chunk where import_id = $1 and ordinal = $2`,
        [importId, ordinal],
      ),
    );
    if (!rows[0]) return;
    yield rows[0].content;
  }
}

/** Fills import_line from rows in COPY's text format: the line's number, then the staged columns. */
export async function stageLines(
  connection: Connection,
  rows: AsyncIterable<string>,
): Promise<void> {
  await connection.query('select import_begin()');
  await pipeline(
    rows,
    copyIn(connection, `copy import_line (line, ${stagedColumns.join(', ')}) from stdin`),
  );
}

export async function plan(connection: Connection, importId: string): Promise<ImportCounts> {
  await connection.query('select import_plan($1)', [importId]);
  const { rows } = await connection.query<{ counts: ImportCounts }>(
    'select import_counts() as counts',
  );
  return rows[0]?.counts ?? {};
}

/** Problems that show only between lines, or against the register; and the lines that have them. */
export async function comparedProblems(
  connection: Connection,
): Promise<{ problems: number; lines: number }> {
  const { rows } = await connection.query<{ problems: number; lines: number }>(
    'select count(*)::integer as problems, count(distinct line)::integer as lines from import_found',
  );
  return rows[0] ?? { problems: 0, lines: 0 };
}

/** Puts the problems of this rehearsal in the place of those of the one before. */
export async function storeProblems(
  connection: Connection,
  batch: ImportBatch,
  read: readonly FoundProblem[],
): Promise<void> {
  await connection.query('delete from import_problem where import_id = $1', [batch.id]);
  await connection.query(
    `insert into import_problem (import_id, line, column_name, value, reason)
     select * from (
       select $1::uuid, line, column_name, value, reason
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[]) read(line, column_name, value, reason)
       union all
       select $1::uuid, line, coalesce($6::jsonb ->> field, field), value, reason from import_found
     ) found order by line, array_position($7::text[], column_name)`,
    [
      batch.id,
      read.map(({ line }) => line),
      read.map(({ column }) => column),
      read.map(({ value }) => value),
      read.map(({ reason }) => reason),
      JSON.stringify(columnNames(batch)),
      batch.header,
    ],
  );
}

/** Header cell per staging column, for problems found in SQL. */
function columnNames({
  mapping: { columns },
}: ImportBatch): Partial<Record<FieldName | 'markings', string>> {
  return { ...columns, ...(columns.marking && { markings: columns.marking }) };
}

export interface UnknownName {
  name: string;
  key: string;
  /** Lines that have it. */
  lines: number;
  firstLine: number;
}

/** Names of suppliers in the file that are neither a supplier's nor an alias in the register. */
export async function unknownNames(connection: Connection): Promise<UnknownName[]> {
  const { rows } = await connection.query<UnknownName>(
    `select supplier as name, min(supplier_key) as key, count(*)::integer as lines, min(line) as "firstLine"
     from import_line l
     where supplier is not null
       and not exists (select 1 from supplier s where s.name = l.supplier)
       and supplier not in (select name from supplier_alias group by name having count(*) = 1)
     group by supplier order by min(line)`,
  );
  return rows;
}

export interface AlikeName {
  name: string;
  supplierId: string;
  supplier: string;
  /** The supplier's name or alias that is alike. */
  alike: string;
}

export async function alikeInRegister(
  connection: Connection,
  names: readonly UnknownName[],
): Promise<AlikeName[]> {
  if (names.length === 0) return [];
  const { rows } = await connection.query<AlikeName>(
    `select name, supplier_id as "supplierId", supplier, alike from similar_suppliers($1, $2)`,
    [names.map(({ name }) => name), names.map(({ key }) => key)],
  );
  return rows;
}

export interface Match {
  name: string;
  candidate: string;
  supplierId: string | null;
  score: number;
}

/** Stores the pairs to be settled, keeping the answers given before. Returns how many are open. */
export async function storeMatches(
  connection: Connection,
  importId: string,
  matches: readonly Match[],
): Promise<number> {
  const columns = [
    matches.map(({ name }) => name),
    matches.map(({ candidate }) => candidate),
    matches.map(({ supplierId }) => supplierId),
    matches.map(({ score }) => score),
  ];
  const found =
    'unnest($2::text[], $3::text[], $4::uuid[], $5::float[]) f(name, candidate, supplier_id, score)';
  await connection.query(
    `delete from import_match m where import_id = $1 and not exists (
       select 1 from ${found} where f.name = m.name and f.candidate = m.candidate
         and f.supplier_id is not distinct from m.supplier_id and f.score is not null)`,
    [importId, ...columns],
  );
  await connection.query(
    `insert into import_match (import_id, name, candidate, supplier_id, score)
     select $1, name, candidate, supplier_id, score from ${found} on conflict do nothing`,
    [importId, ...columns],
  );
  const { rows } = await connection.query<{ open: number }>(
    `select count(*)::integer as open from import_match where import_id = $1 and same is null`,
    [importId],
  );
  return rows[0]?.open ?? 0;
}

/** Highest rank of the systems that the plan speaks of; 0 where it speaks of none. */
export async function plannedRank(connection: Connection): Promise<number> {
  const { rows } = await connection.query<{ rank: number }>(
    `select coalesce(max(classification_rank(classification)), 0) as rank from plan_system`,
  );
  return rows[0]?.rank ?? 0;
}

/** Open to whoever put the file in, and to whom nothing is closed. */
export const unknownCompartment = -1;

/**
 * The compartment of all systems that the plan speaks of, and of the markings that stand anywhere in the
 * file.
 */
export async function plannedCompartment(
  connection: Connection,
  markings: readonly string[],
): Promise<number> {
  const { rows } = await connection.query<{ compartment: number }>(
    `select compartment_of(array(
       select unnest(system_demands($1, '{}'))
       union select unnest(system_demands(p.markings || coalesce(s.markings, '{}'), coalesce(s.group_ids, '{}')))
         from plan_system p left join system s on s.id = p.id)) as compartment`,
    [markings],
  );
  return rows[0]?.compartment ?? unknownCompartment;
}

export interface Rehearsed {
  counts: ImportCounts;
  lineCount: number;
  problemCount: number;
  rejectedCount: number;
  accessRank: number;
  compartmentId: number;
  suggested: Record<string, string>;
}

export async function storeRehearsal(
  connection: Connection,
  importId: string,
  {
    counts,
    lineCount,
    problemCount,
    rejectedCount,
    accessRank,
    compartmentId,
    suggested,
  }: Rehearsed,
): Promise<void> {
  await connection.query(
    `update import_batch set state = 'rehearsed', progress = 100, message = '', counts = $2, line_count = $3,
       problem_count = $4, rejected_count = $5, access_rank = $6, compartment_id = $8, mapping = mapping || jsonb_build_object('suggested', $7::jsonb)
     where id = $1`,
    [
      importId,
      JSON.stringify(counts),
      lineCount,
      problemCount,
      rejectedCount,
      accessRank,
      JSON.stringify(suggested),
      compartmentId,
    ],
  );
}

/** Steps of writing the plan, in the order in which the records refer to each other. */
export const writingSteps = [
  { words: 'Writing organisations', call: 'import_write_organisations()' },
  { words: 'Writing suppliers', call: 'import_write_suppliers()' },
  { words: 'Writing facts of suppliers', call: 'import_write_facts(false)' },
  { words: 'Writing products', call: 'import_write_products()' },
  { words: 'Writing facts of products', call: 'import_write_facts(true)' },
  { words: 'Writing systems', call: 'import_write_systems()' },
  { words: 'Writing deployments', call: 'import_write_deployments()' },
  { words: 'Writing decisions', call: 'import_write_decisions($1)' },
] as const;

export async function write(
  connection: Connection,
  importId: string,
  { call }: (typeof writingSteps)[number],
): Promise<void> {
  await connection.query(`select ${call}`, call.includes('$1') ? [importId] : []);
}

/** The newest event of the history that the actor may see. */
export async function newestEvent(connection: Connection): Promise<string> {
  const { rows } = await connection.query<{ seq: string }>(
    'select coalesce(max(seq), 0) as seq from history_event',
  );
  return rows[0]?.seq ?? '0';
}

export async function recordAct(
  connection: Connection,
  action: string,
  batch: ImportBatch,
  detail: Record<string, unknown>,
): Promise<void> {
  await connection.query(actStatement(importAct(action, batch, detail)));
}

export async function storeApplied(
  connection: Connection,
  actor: Actor,
  importId: string,
  {
    counts,
    historyFrom,
    historyTo,
  }: { counts: ImportCounts; historyFrom: string; historyTo: string },
): Promise<void> {
  await connection.query(
    `update import_batch set state = 'applied', progress = 100, message = '', counts = $2, applied_by = $3,
       applied_by_name = $4, applied_at = change_time(), history_from = $5, history_to = $6
     where id = $1`,
    [importId, JSON.stringify(counts), actor.id, actor.name, historyFrom, historyTo],
  );
}

/** Imports whose job has not ended, whoever works on them. */
export async function unfinishedImports(): Promise<{ id: string; actorId: string }[]> {
  const { rows } = await pool().query<{ id: string; actorId: string }>(
    `select id, requested_by as "actorId" from import_unfinished()`,
  );
  return rows;
}
