import type { z } from 'zod';
import type { ClassificationCode } from '@/app/_domain/classification';
import type { Rule } from '@/app/_domain/rule';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { pageHolds } from '@/app/_server/page-marking';
import { type ClassifiedRow, classifiedOf } from '@/app/_server/table-marking';
import type { previewInput } from './schema';

/** Deployments by verdict; of the last two, the one is out by an express rule, the other by none. */
export interface VerdictCounts {
  in: number;
  cannotTell: number;
  noAction: number;
  out: number;
}

export interface Breakdown extends VerdictCounts {
  /** An id, or the classification. */
  key: string;
  name: string;
}

export interface Sample {
  id: string;
  verdict: 'in' | 'cannot_tell' | 'out_no_action';
  rule: string;
  product: string;
  supplier: string;
  organisation: string;
  system: string;
  classification: ClassificationCode;
  classificationLabel: string;
  marking: string;
}

/** What rules would say of the register, as far as the actor may see it. */
export interface Preview {
  counts: VerdictCounts;
  classifications: Breakdown[];
  /** Those with most in scope first; what none of the rules concerns is left out. */
  organisations: Breakdown[];
  suppliers: Breakdown[];
  organisationCount: number;
  supplierCount: number;
  samples: Sample[];
}

/** How many organisations and suppliers, and how many samples of each verdict, a preview lists. */
const listedNames = 10;
const listedSamples = 4;

/** From this many verdicts on the register is gone through once instead of row by row. */
const manyVerdicts = 50_000;

const verdictCounts = `
  count(*) filter (where j.verdict = 'in')::integer as "in",
  count(*) filter (where j.verdict = 'cannot_tell')::integer as "cannotTell",
  count(*) filter (where j.verdict = 'out_no_action')::integer as "noAction",
  count(j.verdict)::integer as judged`;

export function previewRules(
  transaction: Transaction,
  { rules, issuedOn }: z.output<typeof previewInput>,
): Promise<Preview> {
  return readPreview(transaction, rules, issuedOn, manyVerdicts);
}

/** For pages whose preview comes later, while somebody writes: says what it will hold. */
export function expectPreview(actor: Actor): Promise<void> {
  return readAs(actor, tellPage);
}

/** A preview counts all that may be seen, in scope or not. */
async function tellPage(transaction: Transaction): Promise<void> {
  const held = await transaction.$queryRaw<ClassifiedRow[]>`
    select distinct classification_rank as rank, marking from register_entry where valid_to = 'infinity'`;
  pageHolds(held.map(classifiedOf));
}

/** The preview of an advisory as it is stored. */
export function previewOfAdvisory(
  actor: Actor,
  { rules, issuedOn }: { rules: readonly Rule[]; issuedOn: string },
  many = manyVerdicts,
): Promise<Preview> {
  return readAs(actor, async (transaction) => {
    await tellPage(transaction);
    return readPreview(transaction, rules, issuedOn, many);
  });
}

/**
 * Takes the rules as JSON, the day of issue, and how many verdicts are many; gives one row that
 * holds the whole preview.
 */
const previewSql = `
  with judged as materialized (
    select deployment_id, verdict, rule
    from rule_verdicts($1::jsonb, coalesce($2::date, (now() at time zone 'UTC')::date))
  ), amount as materialized (
    select count(*) >= $3::integer as is_large from judged
  ), visible as materialized (
    select organisation_id, classification, count(*)::integer as total
    from register_entry where valid_to = 'infinity' group by organisation_id, classification
  ), counted as materialized (
    select e.organisation_id, e.classification, e.supplier_id, ${verdictCounts}
    from judged j join register_entry e on e.deployment_id = j.deployment_id and e.valid_to = 'infinity'
    where not (select is_large from amount)
    group by grouping sets ((e.organisation_id), (e.classification), (e.supplier_id))
    union all
    -- The same of so many that one way through the whole register is shorter than one to each of them.
    select e.organisation_id, e.classification, e.supplier_id, ${verdictCounts}
    from register_entry e left join judged j on j.deployment_id = e.deployment_id
    where e.valid_to = 'infinity' and (select is_large from amount)
    group by grouping sets ((e.organisation_id), (e.classification), (e.supplier_id))
  ), organisation_count as (
    select c.organisation_id::text as key, o.name, c."in", c."cannotTell", c."noAction",
      (select sum(total) from visible v where v.organisation_id = c.organisation_id)::integer - c.judged as "out"
    from counted c join organisation o on o.id = c.organisation_id where c.judged > 0
    order by c."in" desc, c."cannotTell" desc, o.name limit ${listedNames}
  ), supplier_count as (
    select c.supplier_id::text as key, s.name, c."in", c."cannotTell", c."noAction",
      (select count(*) from register_entry e where e.supplier_id = c.supplier_id and e.valid_to = 'infinity')::integer - c.judged as "out"
    from counted c join supplier s on s.id = c.supplier_id where c.judged > 0
    order by c."in" desc, c."cannotTell" desc, s.name limit ${listedNames}
  ), classification_count as (
    select v.classification as key, v.classification as name, coalesce(c."in", 0) as "in", coalesce(c."cannotTell", 0) as "cannotTell",
      coalesce(c."noAction", 0) as "noAction", v.total - coalesce(c.judged, 0) as "out"
    from (select classification, sum(total)::integer as total from visible group by classification) v
    left join counted c on c.classification = v.classification
    order by v.classification
  ), sample as (
    select e.deployment_id as id, p.verdict, p.rule, e.product, e.supplier, e.organisation, e.system, e.classification,
      e.classification_label as "classificationLabel", e.marking
    from (values ('in', 1), ('cannot_tell', 2), ('out_no_action', 3)) k(verdict, place)
    cross join lateral (select * from judged j where j.verdict = k.verdict limit ${listedSamples}) p
    join register_entry e on e.deployment_id = p.deployment_id and e.valid_to = 'infinity'
    order by k.place, e.supplier, e.product, e.system
  )
  select jsonb_build_object(
    'counts', (select jsonb_build_object('in', coalesce(sum("in"), 0), 'cannotTell', coalesce(sum("cannotTell"), 0),
      'noAction', coalesce(sum("noAction"), 0), 'out', coalesce(sum("out"), 0)) from classification_count),
    'classifications', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from classification_count c),
    'organisations', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from organisation_count c),
    'suppliers', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from supplier_count c),
    'organisationCount', (select count(organisation_id) from counted where judged > 0),
    'supplierCount', (select count(supplier_id) from counted where judged > 0),
    'samples', (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from sample s)) as preview`;

async function readPreview(
  transaction: Transaction,
  rules: readonly Rule[],
  issuedOn: string | null,
  many: number,
): Promise<Preview> {
  const [found] = await transaction.$queryRawUnsafe<{ preview: Preview }[]>(
    previewSql,
    JSON.stringify(rules),
    issuedOn,
    many,
  );
  if (!found) throw new Error('The preview gave no row.');
  return found.preview;
}
