import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { type AdvisoryContent, type Change, changesBetween } from './changes';

export interface AdvisoryVersion {
  version: number;
  madeAt: Date;
  madeByName: string;
  /** Why, as far as it was said. */
  reason: string;
  /** What differs from the version before; of the first nothing does. */
  changes: Change[];
}

interface StoredVersion extends Omit<AdvisoryVersion, 'changes'> {
  content: AdvisoryContent;
}

/** Every version of an advisory so far, or up to a moment, the latest first. */
export async function readVersions(
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<AdvisoryVersion[]> {
  const stored = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<StoredVersion[]>`
      select v.version, v.made_at as "madeAt", v.made_by_name as "madeByName", coalesce(h.reason, '') as reason,
        v.content || jsonb_build_object(
          'supersedes', coalesce((select reference from advisory o where o.id = (v.content->>'supersedes_id')::uuid), ''),
          'amends', coalesce((select reference from advisory o where o.id = (v.content->>'amends_id')::uuid), '')) as content
      from advisory_version v
      left join lateral (
        select e.reason from history_event e
        where e.entity = 'advisory' and e.entity_id = v.advisory_id::text and (e.after->>'version')::integer = v.version
        order by e.seq limit 1
      ) h on true
      where v.advisory_id = ${id}::uuid order by v.version`,
    asOf,
  );
  return stored
    .map(({ content, ...version }, index) => {
      const before = stored[index - 1];
      return { ...version, changes: before ? changesBetween(before.content, content) : [] };
    })
    .reverse();
}

/** Why an advisory was withdrawn last, by now or by a moment; '' when that was not said. */
export async function readWithdrawalReason(
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<string> {
  const [event] = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<{ reason: string }[]>`
      select reason from history_event
      where entity = 'advisory' and entity_id = ${id} and before->>'status' = 'active' and after->>'status' = 'withdrawn'
        and (reading_moment() is null or at <= reading_moment())
      order by seq desc limit 1`,
    asOf,
  );
  return event?.reason ?? '';
}
