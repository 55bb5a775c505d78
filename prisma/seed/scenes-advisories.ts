import type { ClientBase } from 'pg';
import type { Deadline } from '../../app/_domain/deadline.ts';
import type { NamedRecord, Rule, RuleCriteria } from '../../app/_domain/rule.ts';
import { libraryEntries } from '../../app/advisories/library/entries.ts';
import type { LibraryEntry } from '../../app/advisories/library/entry.ts';
import { type AdvisoryPlan, advisoryPlans, type PlannedDeadline } from './advisory-plan.ts';
import { isoDate } from './day.ts';
import { identifier } from './identifier.ts';
import { insertRows } from './rows.ts';
import type { Scene } from './scene.ts';
import { organisationId, productId, supplierId } from './scenes-register.ts';
import { suppliers } from './suppliers.ts';

const advisoryId = (libraryId: string) => identifier('advisory', libraryId);

/** How the officer adopted and activated advisories from the library, and what was returned. */
export function advisoryScenes(today: Date): Scene[] {
  return advisoryPlans.flatMap((plan) => [
    draftScene(plan, today),
    ...activationScenes(plan),
    ...correctionScenes(plan),
    ...returnScenes(plan),
  ]);
}

function draftScene(plan: AdvisoryPlan, today: Date): Scene {
  const { supersedes, amends, ...entry } = entryOf(plan.libraryId);
  return {
    day: plan.drafted,
    hour: 13,
    by: 'officer',
    reason: '',
    play: (client, at) =>
      insertRows(client, 'advisory', [
        {
          id: advisoryId(plan.libraryId),
          reference: entry.reference,
          title: entry.title,
          issuer: entry.issuer,
          jurisdiction: entry.jurisdiction,
          identifier: entry.identifier,
          audience: entry.audience,
          issued_on: entry.issuedOn,
          link: entry.link,
          bindingness: entry.bindingness,
          summary: entry.summary,
          quoted_clause: '',
          notes: [plan.note, entry.notes].filter((note) => note !== undefined).join('\n\n'),
          confirmation: entry.confirmation,
          library_id: entry.libraryId,
          supersedes_id: supersedes && advisoryId(supersedes),
          amends_id: amends && advisoryId(amends),
          status: 'draft',
          rules: entry.rules.map((rule) => adoptedRule(rule, plan, today)),
          version: 0,
          rules_version: 0,
          activated_by_name: '',
          created_at: at,
          updated_at: at,
        },
      ]),
  };
}

function activationScenes({ libraryId, activated }: AdvisoryPlan): Scene[] {
  if (activated === undefined) return [];
  const play = (client: ClientBase) =>
    client.query(`update advisory set status = 'active' where id = $1`, [advisoryId(libraryId)]);
  return [{ day: activated, hour: 8, by: 'officer', reason: '', play }];
}

function correctionScenes({ libraryId, corrected }: AdvisoryPlan): Scene[] {
  if (!corrected) return [];
  const play = (client: ClientBase) =>
    client.query(`update advisory set notes = $2 || E'\\n\\n' || notes where id = $1`, [
      advisoryId(libraryId),
      corrected.note,
    ]);
  return [{ day: corrected.day, hour: 16, by: 'officer', reason: '', play }];
}

function returnScenes({ libraryId, returns = [] }: AdvisoryPlan): Scene[] {
  return returns.map(({ organisation, day, by, statement }) => ({
    day,
    hour: 16,
    by,
    reason: '',
    play: (client) =>
      client.query(
        `insert into advisory_return (id, advisory_id, organisation_id, statement)
         values ($1, $2, $3, $4)`,
        [
          identifier('return', libraryId, organisation),
          advisoryId(libraryId),
          organisationId(organisation),
          statement,
        ],
      ),
  }));
}

function entryOf(libraryId: string): LibraryEntry {
  const entry = libraryEntries.find((candidate) => candidate.libraryId === libraryId);
  if (!entry) throw new Error(`The library has no ${libraryId}.`);
  return entry;
}

/** The rule with the sample's own records in place of names, as far as they exist. */
function adoptedRule(rule: Rule, { onlyFor, deadlines }: AdvisoryPlan, today: Date): Rule {
  const { criteria } = rule;
  const adopted: RuleCriteria = {
    ...criteria,
    suppliers: recorded(criteria.suppliers, supplierRecords),
    products: recorded(criteria.products, productRecords),
    exceptSuppliers: recorded(criteria.exceptSuppliers, supplierRecords),
    exceptProducts: recorded(criteria.exceptProducts, productRecords),
    organisationKinds: onlyFor ? [...onlyFor] : criteria.organisationKinds,
  };
  const set = deadlines?.[rule.code]?.map((planned) => deadlineOf(planned, today));
  return { ...rule, criteria: adopted, deadlines: set ?? rule.deadlines };
}

function deadlineOf(planned: PlannedDeadline, today: Date): Deadline {
  return 'every' in planned
    ? { step: planned.step, kind: 'every', days: planned.every }
    : { step: planned.step, kind: 'date', date: isoDate(today, planned.on) };
}

const supplierRecords = new Map(
  suppliers.flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].map((known) => [known, { id: supplierId(name), name }] as const),
  ),
);

const productRecords = new Map(
  suppliers.flatMap((supplier) =>
    supplier.products.map(
      ({ name }) => [name, { id: productId(supplier.name, name), name }] as const,
    ),
  ),
);

/** Each record once, under whichever of its names the rule knows it. */
function recorded(
  names: readonly NamedRecord[],
  records: ReadonlyMap<string, NamedRecord>,
): NamedRecord[] {
  const found = names.map((named) => records.get(named.name) ?? named);
  return [...new Map(found.map((record) => [record.id ?? record.name, record])).values()];
}
