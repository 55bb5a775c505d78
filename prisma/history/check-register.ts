import { type ClientBase, escapeIdentifier } from 'pg';
import { hashOfTexts } from '../../app/_domain/history-chain.ts';
import { noHash } from '../../app/_domain/history-head.ts';
import type { HeadCheck } from '../../app/_domain/history-head-check.ts';
import { HistoryProblem, refuseProblem } from './problem.ts';
import { type Covers, parseCovers, readSeals, type Seal } from './seals.ts';

/**
 * Holds the versions of the read model against the seals that their transactions left, the seals
 * against their chain and the heads, and the present versions against the records.
 * @returns how many seals and versions were compared
 * @throws HistoryProblem
 */
export async function checkRegister(
  client: ClientBase,
  heads: HeadCheck,
): Promise<{ seals: number; versions: number }> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'`);
  const seals = await readSeals(client);
  let previous = noHash;
  for (const seal of seals) {
    refuseProblem(sealProblem(seal, previous));
    previous = seal.hash;
  }
  refuseProblem(heads.registerProblem(new Set(seals.map(({ hash }) => hash))));
  const last = seals.at(-1);
  await refuseLaterVersions(client, last ? parseCovers(last.covers) : [], last?.at ?? '-infinity');
  await refuseWrongRanks(client);
  await refuseWrongPresent(client);
  return {
    seals: seals.length,
    versions: seals.reduce((total, { found_begun }) => total + found_begun, 0),
  };
}

function sealProblem(seal: Seal, previous: string): string | undefined {
  const { at, begun, ended, covers, digest, previous_hash, hash } = seal;
  if (previous_hash !== previous) return `A seal of the register before ${at} is missing.`;
  if (hash !== hashOfTexts([at, String(begun), String(ended), covers, digest, previous_hash])) {
    return `The register's seal of ${at} is not what was recorded.`;
  }
  if (seal.found_digest !== digest || seal.found_begun !== begun || seal.found_ended !== ended) {
    return `The register's versions of ${at} are not those that were recorded then: ${begun} began and ${ended} ended; found are ${seal.found_begun} and ${seal.found_ended}, or others.`;
  }
  return seal.has_event
    ? undefined
    : `The register changed at ${at}, and the history knows of nothing.`;
}

async function refuseLaterVersions(
  client: ClientBase,
  covers: Covers,
  lastSeal: string,
): Promise<void> {
  const relations = covers.length > 0 ? covers.map(([relation]) => relation) : ['register_entry'];
  for (const relation of relations) {
    const { rowCount } = await client.query(
      `select from ${escapeIdentifier(relation)}
       where valid_from > $1 or (valid_to > $1 and valid_to < 'infinity') limit 1`,
      [lastSeal],
    );
    if (rowCount) {
      throw new HistoryProblem(
        `The register has a version that began or ended after its last seal, of ${lastSeal}.`,
      );
    }
  }
}

/** What a version is hidden by is not sealed, since it follows the system as it is at present. */
async function refuseWrongRanks(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ deployment_id: string }>(
    `select e.deployment_id from register_entry e
     left join deployment d on d.id = e.deployment_id left join system s on s.id = d.system_id
     left join compartment a on a.id = e.access_compartment_id
     left join compartment c on c.id in (e.compartment_id, s.compartment_id)
     where e.access_rank < greatest(e.classification_rank, s.classification_rank)
       or not coalesce(a.demands @> c.demands, false) limit 1`,
  );
  if (rows[0]) {
    throw new HistoryProblem(
      `A version of the deployment ${rows[0].deployment_id} is open to readers who are not cleared for it.`,
    );
  }
}

/** The present versions are what the records say, by the view from which they are made. */
async function refuseWrongPresent(client: ClientBase): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = 'register_source' order by ordinal_position`,
  );
  const row = (alias: string) =>
    columns.map(({ name }) => `${alias}.${escapeIdentifier(name)}`).join(', ');
  const { rows } = await client.query<{ deployment_id: string }>(
    `select coalesce(r.deployment_id, e.deployment_id) as deployment_id
     from register_source r
     full join (select * from register_entry where valid_to = 'infinity') e on e.deployment_id = r.deployment_id
     where (${row('r')}) is distinct from (${row('e')}) limit 1`,
  );
  if (rows[0]) {
    throw new HistoryProblem(
      `The register shows something else of the deployment ${rows[0].deployment_id} than its records say.`,
    );
  }
}
