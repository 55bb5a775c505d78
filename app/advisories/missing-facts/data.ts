import { type ClassificationCode, classificationRank } from '@/app/_domain/classification';
import type { MissingFact } from '@/app/_domain/finding';
import type { Facet } from '@/app/_domain/origin';
import { uuidPattern } from '@/app/_lib/paging-key';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { literal } from '@/app/_server/table-conditions';
import { classifiedOf } from '@/app/_server/table-marking';
import { readTablePage } from '@/app/_server/table-page';
import { type MissingFactRow, missingFactsTable } from './table';

/**
 * What keeps the verdicts that the actor may see from being told. To work it out costs far more than
 * to filter it, so rows, total and counts are taken from one list.
 */
export async function missingFactsPage(actor: Actor, query: TableQuery) {
  const [found] = await readAs(
    actor,
    (transaction) => transaction.$queryRaw<{ list: string }[]>`
      select coalesce(jsonb_agg(f), '[]')::text as list from missing_fact_list f`,
  );
  const list = literal(found?.list ?? '[]', 'jsonb');
  const source = `jsonb_populate_recordset(null::missing_fact_list, ${list})`;
  return readTablePage<MissingFactRow>(actor, { ...missingFactsTable, source }, query);
}

interface CountedFact {
  kind: MissingFact['kind'];
  subjectType: MissingFact['subjectType'];
  subjectId: string;
  subject: string;
  facet: Facet | '';
  deployments: number;
  /** Those that miss nothing else. */
  alone: number;
}

/** A deployment that cannot be told without the fact. */
export interface TouchedDeployment {
  id: string;
  product: string;
  supplier: string;
  system: string;
  organisation: string;
  classification: ClassificationCode;
  classificationLabel: string;
  marking: string;
  /** How many other facts it misses. */
  others: number;
}

/** More than anybody reads through; the rest is counted. */
export const mostTouched = 500;

/** One missing fact with the deployments that it touches; null where it is not missing to the actor. */
export async function readMissingFact(actor: Actor, id: string) {
  if (!uuidPattern.test(id)) return null;
  return readAs(actor, async (transaction) => {
    const [fact] = await transaction.$queryRaw<CountedFact[]>`
      select kind, subject_type as "subjectType", subject_id as "subjectId", subject, facet, deployments, alone
      from missing_fact_list where id = ${id}::uuid`;
    if (!fact) return null;
    const touched = await transaction.$queryRaw<TouchedDeployment[]>`
      with gap as materialized (select * from verdict_gaps())
      select e.deployment_id as id, e.product, e.supplier, e.system, e.organisation, e.classification,
        e.classification_label as "classificationLabel", e.marking,
        (select count(*)::integer - 1 from gap o where o.deployment_id = g.deployment_id) as others
      from gap g join register_entry e on e.deployment_id = g.deployment_id and e.valid_to = 'infinity'
      where g.kind = ${fact.kind} and g.subject_id = ${fact.subjectId}::uuid and g.facet = ${fact.facet}
      order by others, e.classification_rank desc, e.product, e.system, e.deployment_id
      limit ${mostTouched}`;
    pageHolds(
      touched.map(({ classification, marking }) =>
        classifiedOf({ rank: classificationRank(classification), marking }),
      ),
    );
    return { ...fact, touched };
  });
}
