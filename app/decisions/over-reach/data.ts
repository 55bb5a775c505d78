import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { type OverReachRow, overReachTable } from './table';

/** One page of the decisions that go beyond what is required. */
export function overReachPage(actor: Actor, query: TableQuery) {
  return readTablePage<OverReachRow>(actor, overReachTable, query);
}

export interface OverReachTotals {
  deployments: number;
  installations: number;
  /** Deployments whose number of installations is not recorded. */
  uncounted: number;
}

/** How far it goes in all, whatever is filtered. */
export async function overReachTotals(actor: Actor): Promise<OverReachTotals> {
  const [totals] = await readAs(actor, async (transaction) => {
    const held = await transaction.$queryRaw<ClassifiedRow[]>`
      select distinct classification_rank as rank, marking from over_reach_list`;
    pageHolds(held.map(classifiedOf));
    return transaction.$queryRaw<OverReachTotals[]>`
      select count(*)::integer as deployments, coalesce(sum(installations) filter (where installations > 0), 0)::float8 as installations,
        (count(*) filter (where installations < 0))::integer as uncounted
      from (select distinct deployment_id, installations from over_reach_list) reached`;
  });
  return totals ?? { deployments: 0, installations: 0, uncounted: 0 };
}
