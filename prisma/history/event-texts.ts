import type { ClientBase } from 'pg';
import type { ChangeText, EventText } from '../../app/_domain/history-chain.ts';

/*
 * The history as the texts that are hashed, read with nothing but what PostgreSQL itself brings: the
 * register's own functions are part of what is being checked.
 */

const eventsAtOnce = 2_000;
const changesAtOnce = 20_000;
/** Less than any number that a row can have, so that none is passed over. */
const beforeAll = '-9223372036854775808';

/** An event with its place in the chain. */
export type ChainedEvent = EventText & { readonly previous_hash: string; readonly hash: string };

/** All events in the order of their numbers. */
export async function* eventTexts(client: ClientBase): AsyncGenerator<ChainedEvent> {
  for (let after = beforeAll; ; ) {
    const { rows } = await client.query<ChainedEvent>(
      `select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         coalesce(actor_id::text, '') as actor_id, actor_name, coalesce(request_id::text, '') as request_id, reason,
         action, entity, entity_id, coalesce(before::text, '') as before, coalesce(after::text, '') as after,
         row_count::text, coalesce(encode(changes_digest, 'hex'), '') as changes_digest, access_rank::text,
         coalesce(organisation_id::text, '') as organisation_id, coalesce(nullif(compartment_id, 0)::text, '') as compartment_id,
         encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
       from history_event e where e.seq > $1 order by e.seq limit ${eventsAtOnce}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** All changes of a bulk event in their order. */
export async function* changeTexts(
  client: ClientBase,
  seq: string,
): AsyncGenerator<ChangeText & { readonly hash: string }> {
  for (let after = beforeAll; ; ) {
    const { rows } = await client.query<ChangeText & { hash: string }>(
      `select seq::text, ordinal::text, entity_id, coalesce(before::text, '') as before,
         coalesce(after::text, '') as after, access_rank::text,
         coalesce(organisation_id::text, '') as organisation_id,
         coalesce(nullif(compartment_id, 0)::text, '') as compartment_id, encode(hash, 'hex') as hash
       from history_change c where c.seq = $1 and c.ordinal > $2::bigint order by c.ordinal limit ${changesAtOnce}`,
      [seq, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.ordinal;
  }
}

/** The numbers that changes bear and no event does. */
export async function strayChanges(client: ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ seq: string }>(
    `select c.seq::text from history_change c left join history_event e on e.seq = c.seq
     where e.changes_digest is null limit 1`,
  );
  return rows[0]?.seq;
}
