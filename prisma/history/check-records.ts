import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { HistoryProblem } from './problem.ts';

/** Rows that the installation makes before there is a history, with what they hold at first. */
const untold: Readonly<Record<string, object>> = {
  setting: {
    id: 1,
    marking: 'OFFICIAL',
    organisation: '',
    second_factor_roles: ['approver', 'administrator'],
    session_idle_minutes: 30,
    session_hours: 12,
    local_sign_in: true,
    break_glass_id: null,
  },
};

/**
 * Holds every row of the records against the last that the history tells of it: a row that was
 * changed, added or removed behind the history's back is found. Columns that the one or the other
 * does not know, since an upgrade added them, say nothing.
 * @returns how many tables and rows were compared
 * @throws HistoryProblem
 */
export async function checkRecords(client: ClientBase): Promise<{ tables: number; rows: number }> {
  const tables = await recordTables(client);
  let rows = 0;
  for (const table of tables) rows += await checkTable(client, table);
  return { tables: tables.length, rows };
}

interface RecordTable {
  name: string;
  /** SQL that gives the entity_id of a row r. */
  key: string;
}

/** The tables whose changes are recorded, by the trigger that they have. */
async function recordTables(client: ClientBase): Promise<RecordTable[]> {
  const { rows } = await client.query<{ name: string; keys: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by array_position(k.indkey::int2[], a.attnum)) as keys
     from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     join pg_index k on k.indrelid = c.oid and k.indisprimary
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.indkey)
     where t.tgname = 'history_insert' group by c.relname order by c.relname`,
  );
  return rows.map(({ name, keys }) => ({
    name,
    key: keys.map((key) => `r.${escapeIdentifier(key)}::text`).join(` || '/' || `),
  }));
}

async function checkTable(client: ClientBase, { name, key }: RecordTable): Promise<number> {
  const first = untold[name];
  const known = (of: string, by: string) =>
    `(select jsonb_object_agg(key, value) from jsonb_each(${of}) where ${by} ? key and key not in ('updated_at', 'change_id', 'content'))`;
  const { rows } = await client.query<{ entity_id: string; seq: string | null; what: string }>(
    `with told as (
       select distinct on (entity_id) entity_id, seq, after from (
         select entity_id, seq, 0 as ordinal, after from history_event
           where entity = ${escapeLiteral(name)} and action in ('insert', 'update', 'delete') and changes_digest is null
         union all
         select c.entity_id, c.seq, c.ordinal, c.after from history_event e join history_change c on c.seq = e.seq
           where e.entity = ${escapeLiteral(name)} and e.changes_digest is not null
       ) e order by entity_id, seq desc, ordinal desc
     ), held as (
       select ${key} as entity_id, to_jsonb(r) as data from ${escapeIdentifier(name)} r
     )
     select entity_id, seq::text, case when data is null then 'removed' when seq is null then 'added' else 'changed' end as what
     from told full join held using (entity_id)
     where after is distinct from data
       and ${first ? `(seq is not null or not data @> ${escapeLiteral(JSON.stringify(first))})` : 'true'}
       and (after is null or data is null or ${known('after', 'data')} is distinct from ${known('data', 'after')})
     order by seq nulls last, entity_id limit 1`,
  );
  const [wrong] = rows;
  if (wrong) {
    const last = wrong.seq ? ` after event ${wrong.seq}` : '';
    throw new HistoryProblem(
      `The ${name.replaceAll('_', ' ')} ${wrong.entity_id} was ${wrong.what}${last} without the history: they do not agree.`,
    );
  }
  const { rows: counted } = await client.query<{ total: number }>(
    `select count(*)::float8 as total from ${escapeIdentifier(name)}`,
  );
  return counted[0]?.total ?? 0;
}
