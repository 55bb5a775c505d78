import { type ClientBase, escapeIdentifier } from 'pg';
import { HistoryProblem } from './problem.ts';

/** A seal of register_digest as text, beside what is found of the versions that it covers. */
export interface Seal {
  at: string;
  begun: number;
  ended: number;
  covers: string;
  digest: string;
  previous_hash: string;
  hash: string;
  found_begun: number;
  found_ended: number;
  found_digest: string;
  /** Whether an event of the history bears its moment. */
  has_event: boolean;
}

/** Relations and their columns, the key first. */
export type Covers = readonly (readonly [relation: string, columns: readonly string[]])[];

/** In the order in which relations are sealed. */
export function parseCovers(covers: string): Covers {
  const relations = Object.entries(JSON.parse(covers) as Record<string, string[]>);
  return relations.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/**
 * All seals in their order. The session's times have to be UTC and ISO.
 * @throws HistoryProblem where a seal covers what is not there any more
 */
export async function readSeals(client: ClientBase): Promise<Seal[]> {
  const { rows } = await client.query<{ covers: string | null }>(
    'select covers::text from register_digest group by covers',
  );
  const seals: Seal[] = [];
  for (const { covers } of rows) {
    if (covers === null) throw new HistoryProblem('The register has a seal that was never made.');
    await requireColumns(client, parseCovers(covers));
    const found = await client.query<Seal>(sealsSql(parseCovers(covers)), [covers]);
    for (const seal of found.rows) seals.push(seal);
  }
  return seals.sort((a, b) => (a.at < b.at ? -1 : 1));
}

async function requireColumns(client: ClientBase, covers: Covers): Promise<void> {
  for (const [relation, columns] of covers) {
    const { rows } = await client.query<{ name: string }>(
      `select name from unnest($2::text[]) name where name not in (
         select column_name from information_schema.columns where table_schema = 'public' and table_name = $1)`,
      [relation, columns],
    );
    if (rows[0]) {
      throw new HistoryProblem(
        `The seals of the register cover ${relation}.${rows[0].name}, which is not there any more.`,
      );
    }
  }
}

function sealsSql(covers: Covers): string {
  const parts = covers.map(([relation, columns], index) => {
    const [key = '', ...others] = columns.map((column) => escapeIdentifier(column));
    const total = (name: string, text: string, moment: string) => `cross join lateral (
      select count(*)::integer as total,
        sha256(coalesce(string_agg(sha256(convert_to(row(${text})::text, 'UTF8')), '' order by ${key}), '')) as digest
      from ${escapeIdentifier(relation)} where ${moment} > former and ${moment} <= at and ${moment} < 'infinity') ${name}${index}`;
    return [
      total('b', [key, ...others].join(', '), 'valid_from'),
      total('e', `${key}, valid_from, valid_to`, 'valid_to'),
    ].join('\n');
  });
  const all = (name: string) => covers.map((_, index) => `${name}${index}.total`).join(' + ');
  const digests = covers.map((_, index) => `b${index}.digest || e${index}.digest`).join(' || ');
  return `
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, begun, ended, covers::text,
      encode(seal.digest, 'hex') as digest, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash,
      ${all('b')} as found_begun, ${all('e')} as found_ended, encode(sha256(${digests}), 'hex') as found_digest,
      exists (select from history_event h where h.at = seal.at) as has_event
    from (select *, lag(at, 1, '-infinity') over (order by at) as former from register_digest) seal
    ${parts.join('\n')}
    where covers::text = $1 order by seal.at`;
}
