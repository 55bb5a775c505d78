import type { ClientBase } from 'pg';
import { HistoryProblem } from './problem.ts';

/**
 * Holds every receipt of an export that has ended against the event that tells of it: one that was
 * changed, added or removed behind the history's back is found. Columns that the event does not
 * know, since an upgrade added them, say nothing.
 * @returns how many receipts there are
 * @throws HistoryProblem
 */
export async function checkReceipts(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ entity_id: string; seq: string | null; what: string }>(
    `with told as (
       select entity_id, seq, after from history_event where action = 'export' and entity = 'receipt'
     ), held as (
       select id::text as entity_id, to_jsonb(r) as data from receipt r where ended_at is not null
     )
     select entity_id, seq::text, case when data is null then 'removed' when seq is null then 'added' else 'changed' end as what
     from told full join held using (entity_id)
     where data is null or after is null
       or after is distinct from (select jsonb_object_agg(key, value) from jsonb_each(data) where after ? key)
     order by seq nulls last, entity_id limit 1`,
  );
  const [wrong] = rows;
  if (wrong) {
    const last = wrong.seq ? ` after event ${wrong.seq}` : '';
    throw new HistoryProblem(
      `The receipt ${wrong.entity_id} was ${wrong.what}${last} without the history: they do not agree.`,
    );
  }
  const { rows: counted } = await client.query<{ total: number }>(
    'select count(*)::float8 as total from receipt',
  );
  return counted[0]?.total ?? 0;
}
