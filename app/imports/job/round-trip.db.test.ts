import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeNeeds, outcomes } from '@/app/_domain/decision';
import { facets } from '@/app/_domain/origin';
import { productCategories } from '@/app/_domain/product';
import { csvLine, unprefixed } from '@/app/_lib/csv';
import { CsvReader } from '@/app/_lib/csv-reading';
import type { Actor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { registerTable } from '@/app/register/table';
import { findMatches, settleMatches } from '../data';
import { apply, change, exportedRegister, finish, rehearse } from '../import.fixture';

let register: TestRegister;
let steward: Actor;
let approver: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  steward = await register.person('Steward', ['data_steward']);
  approver = await register.person('Approver', ['approver']);
});

afterAll(() => register.close());

const names = registerTable.columns.map(({ name }) => name);
// They say when and under which marking a row was written, not what it says.
const comparable = names.filter((name) => name !== 'updated_at' && name !== 'protective_marking');

/** What each line says in these columns, in the order of its identifier. */
function rowsOf(csv: string, columns: readonly string[]): string[][] {
  const records: string[][] = [];
  const reader = new CsvReader(',', {
    record: (cells) => records.push(cells.map(unprefixed)),
    broken: (line, reason) => {
      throw new Error(`Line ${line}: ${reason}`);
    },
  });
  reader.write(csv);
  reader.end();
  const [header = [], ...rows] = records;
  return byIdentifier(
    rows.map((row) => columns.map((column) => row[header.indexOf(column)] ?? '')),
  );
}

function byIdentifier(rows: string[][]): string[][] {
  return rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** Everything but people and settings, as if it had never been. */
async function empty() {
  const tables =
    'decision_event, evidence, decision, deployment, system, product_component, origin_fact, origin_headline, product, supplier_alias, ownership_link, supplier, user_organisation, advisory_return, organisation, register_entry, exposure';
  const triggers = (verb: 'disable' | 'enable') =>
    tables.split(', ').map((table) => `alter table ${table} ${verb} trigger user;`);
  await register.owner.query(
    `begin; ${triggers('disable').join(' ')} truncate ${tables}; ${triggers('enable').join(' ')} commit`,
  );
}

async function takeWhole(content: string) {
  const rehearsed = await rehearse(steward, content, { kind: 'inventory' });
  expect(rehearsed.problems).toEqual([]);
  const matches = await findMatches(steward, rehearsed.id);
  if (matches.length > 0) {
    const answers = matches.map(({ id }) => ({ matchId: id, same: false }));
    await change(steward, (transaction) =>
      settleMatches(transaction, steward, { id: rehearsed.id, answers }),
    );
    await finish(steward, rehearsed.id);
  }
  const hasDecisions = (rehearsed.counts.decision?.new ?? 0) > 0;
  const applied = await apply(hasDecisions ? approver : steward, rehearsed.id, hasDecisions);
  expect(applied).toMatchObject({ state: 'applied', message: '' });
}

// Names as people have them, formula starts included; blanks at the ends are not kept.
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');
const day = fc
  .integer({ min: 20_000, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const decision = fc
  .record({
    decision: fc.constantFrom(...outcomes),
    decision_basis: fc.constantFrom('advised', 'precautionary'),
    decision_state: fc.constantFrom('proposed', 'approved', 'in_progress', 'done', 'expired'),
    rationale: name,
    proposed_by: name.map((text) => `${text} P`),
    approved_by: name.map((text) => `${text} A`),
    decided_at: fc
      .integer({ min: 1_500_000_000, max: 1_600_000_000 })
      .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', '')),
    due_on: day,
    expires_on: day,
  })
  .map((given) => ({
    ...given,
    ...(given.decision_state === 'proposed' && { approved_by: '', decided_at: '' }),
    ...(!outcomeNeeds(given.decision, 'expiresOn') && { expires_on: '' }),
  }));

/** A small estate: its suppliers with a country, their products, systems and what runs on them. */
const estate = fc
  .record({
    suppliers: fc.uniqueArray(
      fc.record({
        name,
        country: fc.constantFrom('RU', 'US', 'NA', 'none'),
        facet: fc.constantFrom(
          ...facets.filter((facet) =>
            ['headquarters', 'incorporation', 'developed', 'operated'].includes(facet),
          ),
        ),
      }),
      { selector: ({ name: text }) => text, minLength: 1, maxLength: 4 },
    ),
    products: fc.uniqueArray(
      fc.record({ name, category: fc.constantFrom(...productCategories), supplier: fc.nat() }),
      { selector: ({ name: text }) => text, minLength: 1, maxLength: 5 },
    ),
    systems: fc.uniqueArray(
      fc.record({
        name,
        organisation: name,
        form: fc.constantFrom(
          ['OFFICIAL', ''],
          ['OFFICIAL', 'SENSITIVE'],
          ['SECRET', 'UK EYES ONLY'],
          ['TOP SECRET', ''],
          ['UNSETTLED', ''],
        ),
      }),
      { selector: ({ name: text }) => text, minLength: 1, maxLength: 4 },
    ),
    deployments: fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        product: fc.nat(),
        system: fc.nat(),
        version: fc.integer({ max: 99, min: 0 }),
        installations: fc.option(fc.nat(1000)),
        owner: fc.oneof(name, fc.constant('')),
        decision: fc.option(decision),
      }),
      { selector: ({ version }) => version, minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ suppliers, products, systems, deployments }) =>
    deployments.map((deployment) => {
      const product = products[deployment.product % products.length];
      const supplier = suppliers[(product?.supplier ?? 0) % suppliers.length];
      const system = systems[deployment.system % systems.length];
      return {
        deployment_id: deployment.id,
        supplier: supplier?.name ?? '',
        country_of_origin: supplier?.country ?? '',
        origin_facet: supplier?.country === 'none' ? '' : (supplier?.facet ?? ''),
        product: product?.name ?? '',
        product_category: product?.category ?? '',
        version: String(deployment.version),
        organisation: system?.organisation ?? '',
        system: system?.name ?? '',
        classification: system?.form[0] ?? '',
        marking: system?.form[1] ?? '',
        installations: String(deployment.installations ?? ''),
        owner: deployment.owner,
        ...deployment.decision,
      } as Record<string, string>;
    }),
  );

/** Columns that the generated files have. */
const stated = comparable.filter(
  (column) =>
    ![
      'exposure',
      'advisories',
      'origin_source',
      'classification_label',
      'purposes',
      'status',
    ].includes(column),
);

describe('the register', () => {
  it('holds what the file says, exports it, and comes back from its export the same', async () => {
    await fc.assert(
      fc.asyncProperty(estate, async (rows) => {
        await empty();
        const lines = rows.map((row) => csvLine(stated.map((column) => row[column] ?? '')));
        await takeWhole([csvLine(stated), ...lines].join(''));
        const first = await exportedRegister(steward);
        expect(rowsOf(first, stated)).toEqual(
          byIdentifier(rows.map((row) => stated.map((column) => row[column] ?? ''))),
        );
        await empty();
        await takeWhole(first);
        expect(rowsOf(await exportedRegister(steward), comparable)).toEqual(
          rowsOf(first, comparable),
        );
        const again = await rehearse(steward, first, { kind: 'inventory' });
        expect(again.problems).toEqual([]);
        for (const counts of Object.values(again.counts))
          expect(counts).toMatchObject({ new: 0, changed: 0 });
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
