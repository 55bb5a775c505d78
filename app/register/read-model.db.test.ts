import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { highestMarking } from '@/app/_domain/marking';
import { countryOfOrigin, type OriginFact } from '@/app/_domain/origin';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { readClassifiedPage } from '@/app/_server/table-page';
import { needsDecision, registerCounts } from './counts';
import { registerTable } from './table';

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.owner.query(`
    insert into organisation (name) values ('North'), ('South');
    insert into supplier (name) select 'Supplier ' || n from generate_series(1, 3) n;
    insert into product (supplier_id, name) select s.id, 'Product ' || n from supplier s, generate_series(1, 2) n;
    insert into system (organisation_id, name, classification)
      select o.id, c || ' of ' || o.name, c from organisation o, unnest(array['OFFICIAL', 'SECRET']) c;`);
  const rules: Rule[] = [
    {
      ...{ code: 'A', title: '', clause: '', action: 'remove', strength: 'must', deadlines: [] },
      criteria: { ...noCriteria, countries: ['RU'], facets: ['headquarters'] },
    },
  ];
  await register.owner.query(
    `insert into advisory (reference, title, issuer, jurisdiction, issued_on, rules) values ('T-1', 'T', 'T', 'GB', '2020-01-01', $1)`,
    [JSON.stringify(rules)],
  );
  await register.owner.query(`update advisory set status = 'active'`);
});

function queryOf(text: string): TableQuery {
  const parsed = parseTableQuery(registerTable, new URLSearchParams(text));
  if (!parsed.ok) throw new Error(`${text} cannot be read.`);
  return parsed.query;
}

afterAll(() => register.close());

// Each takes a number, by which it chooses its row, so that every run is repeatable.
const pick = (relation: string, key = 'id') =>
  `(select ${key} from ${relation} order by ${key} offset ($1::int % greatest((select count(*) from ${relation}), 1)) limit 1)`;

const operations = {
  deploy: `insert into deployment (system_id, product_id, version) values (${pick('system')}, ${pick('product')}, ($1::int % 50)::text) on conflict do nothing`,
  upgrade: `update deployment set version = id || '-' || $1 where id = ${pick('deployment')}`,
  retire: `update deployment set status = 'retired', installations = $1 where id = ${pick('deployment')}`,
  remove: `delete from deployment where id = ${pick('deployment')}`,
  reclassify: `update system set classification = (array['OFFICIAL', 'SECRET', 'TOP SECRET', 'UNSETTLED'])[1 + $1::int % 4], markings = '{}' where id = ${pick('system')}`,
  mark: `update system set markings = case when classification = 'OFFICIAL' then array['SENSITIVE'] else '{}' end, owner = 'Owner ' || $1::int % 3 where id = ${pick('system')}`,
  renameSupplier: `update supplier set name = 'Supplier ' || $1 || id where id = ${pick('supplier')}`,
  renameProduct: `update product set category = (array['antivirus', 'network'])[1 + $1::int % 2] where id = ${pick('product')}`,
  renameOrganisation: `update organisation set name = 'Organisation ' || $1 || id where id = ${pick('organisation')}`,
  learnOrigin: `insert into origin_fact (supplier_id, facet, country, source) values (${pick('supplier')}, (array['headquarters', 'incorporation', 'hosted'])[1 + $1::int % 3], (array['RU', 'CN', null])[1 + $1::int % 3], 'Test')`,
  learnProductOrigin: `insert into origin_fact (product_id, facet, country, source) values (${pick('product')}, 'developed', 'IN', 'Test')`,
  correctOrigin: `update origin_fact set country = 'NL' where id = ${pick('origin_fact')}`,
  forgetOrigin: `delete from origin_fact where id = ${pick('origin_fact')}`,
} as const;

const columns = `deployment_id, organisation_id, system_id, product_id, supplier_id, supplier, country_of_origin, origin_facet,
  origin_source, product, product_category, version, organisation, system, classification, classification_label,
  classification_rank, marking, purposes, status, installations, exposure, advisories, decision_id, decision,
  decision_basis, decision_state, rationale, proposed_by, approved_by, decided_at, due_on, expires_on, owner, advised_action, verdicts, needs_decision`;

it('keeps the current rows equal to the write model, whatever is changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
          fc.nat(1000),
        ),
        { minLength: 5, maxLength: 30 },
      ),
      async (steps) => {
        for (const [operation, number] of steps) {
          await register.owner.query(operations[operation], [number]);
        }
        const { rows } = await register.owner.query(`
          (select 'missing' as what, ${columns} from register_source
            except select 'missing', ${columns} from register_entry where valid_to = 'infinity')
          union all
          (select 'left over', ${columns} from register_entry where valid_to = 'infinity'
            except select 'left over', ${columns} from register_source)`);
        expect(rows).toEqual([]);
        expect(await wrongCounts()).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});

/** Combinations of which a relation of counts holds another number than there are rows. */
async function wrongCounts(): Promise<unknown[]> {
  const { rows: relations } = await register.owner.query<{ relation: string; columns: string }>(
    'select * from register_counts()',
  );
  const wrong = relations.map(({ relation, columns: counted }) => {
    const actual = `select ${counted}, count(*)::integer from register_entry where valid_to = 'infinity' group by ${counted}`;
    const held = `select ${counted}, rows from ${relation}`;
    return `select '${relation}' as relation, count(*) from ((${actual} except all ${held}) union all (${held} except all ${actual})) w having count(*) > 0`;
  });
  return (await register.owner.query(wrong.join(' union all '))).rows;
}

it('counts for every reader what the rows count, under any filters', async () => {
  const { rows } = await register.owner.query<{ id: string }>(
    `select id from organisation order by name limit 1`,
  );
  const local = await register.person('Local', ['risk_officer']);
  await register.owner.query(`update "user" set all_organisations = false where name = 'Local'`);
  await register.owner.query(
    `insert into user_organisation (user_id, organisation_id) select id, $1 from "user" where name = 'Local'`,
    [rows[0]?.id],
  );
  const readers = [
    await register.person('Auditor', ['auditor']),
    await register.person('Official', ['risk_officer'], { rank: 1 }),
    local,
  ];
  const uncounted: TableDefinition = { ...registerTable, counts: [] };
  const addresses = fc.subarray([
    'country=RU&country=none',
    'classification.min=SECRET',
    'classification=OFFICIAL',
    'category=antivirus',
    'exposure=in&exposure=none',
    'advisory=T-1',
    'organisation=North',
    'status=in_use',
    'stale=true',
    'decision=none',
  ]);
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...readers), addresses, async (reader, chosen) => {
      const query = queryOf(chosen.join('&'));
      const [counted, plain] = await Promise.all([
        readClassifiedPage(reader, registerTable, query),
        readClassifiedPage(reader, uncounted, query),
      ]);
      expect(counted.page).toEqual(plain.page);
      expect(highestMarking(counted.held)).toBe(highestMarking(plain.held));
      seen += counted.page.total;
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('names of each relation of counts only what it holds', async () => {
  const { rows } = await register.owner.query<{ name: string; columns: string }>(
    `select relname as name, string_agg(attname, ' ') as columns from pg_class join pg_attribute a on attrelid = pg_class.oid
     where attnum > 0 group by relname`,
  );
  const columnsOf = new Map(rows.map(({ name, columns: held }) => [name, held.split(' ')]));
  for (const { source, columns: named, count } of registerCounts) {
    const held = columnsOf.get(source);
    const asked = named.map((sql) => (sql === needsDecision ? 'needs_decision' : sql));
    expect(held, source).toEqual(expect.arrayContaining([...asked, count]));
  }
});

it('keeps the versions of a deployment apart, with neither gap nor overlap while it lives', async () => {
  const { rows } = await register.owner.query(`
    select * from (
      select deployment_id, valid_from, valid_to, lead(valid_from) over (partition by deployment_id order by valid_from) as next
      from register_entry) versions
    where valid_from >= valid_to or next <> valid_to`);
  expect(rows).toEqual([]);
});

it('reads the past by the higher of its classification then and now', async () => {
  const { rows } = await register.owner.query(`
    select e.entry_id from register_entry e join deployment d on d.id = e.deployment_id join system s on s.id = d.system_id
    where e.access_rank <> greatest(e.classification_rank, s.classification_rank)`);
  expect(rows).toEqual([]);
});

it('changes nothing when nothing changed', async () => {
  const count = async () =>
    (await register.owner.query(`select count(*) from register_entry`)).rows[0].count;
  const before = await count();
  await register.owner.query(
    `update supplier set name = name; update deployment set version = version`,
  );
  expect(await count()).toBe(before);
});

it('derives the headline country as the rule says, for any facts', async () => {
  const day = fc.option(fc.constantFrom('2020-01-01', '2024-06-30', '2099-12-31'));
  const fact = fc.record({
    subject: fc.constantFrom('supplier', 'product'),
    facet: fc.constantFrom(
      'headquarters',
      'incorporation',
      'ultimate_parent',
      'management',
      'developed',
      'built',
      'hosted',
      'support',
    ),
    country: fc.option(fc.constantFrom('RU', 'CN', 'NL')),
    confidence: fc.constantFrom('confirmed', 'probable', 'unverified'),
    validFrom: day,
    validTo: day,
    recordedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
  });
  const {
    rows: [product],
  } = await register.owner.query(`select id, supplier_id from product order by id limit 1`);
  const today = new Date().toISOString().slice(0, 10);
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { maxLength: 6 }), async (facts) => {
      const valid = facts.filter(
        ({ validFrom, validTo }) => !validFrom || !validTo || validFrom < validTo,
      );
      await register.owner.query(
        `delete from origin_fact where product_id = $1 or supplier_id = $2`,
        [product.id, product.supplier_id],
      );
      for (const { subject, facet, country, confidence, validFrom, validTo, recordedAt } of valid) {
        await register.owner.query(
          `insert into origin_fact (${subject}_id, facet, country, confidence, valid_from, valid_to, recorded_at, source) values ($1, $2, $3, $4, $5, $6, $7, 'Test')`,
          [
            subject === 'supplier' ? product.supplier_id : product.id,
            facet,
            country,
            confidence,
            validFrom,
            validTo,
            recordedAt,
          ],
        );
      }
      const { rows } = await register.owner.query(
        `select country, facet from origin_headline where subject_id = $1`,
        [product.id],
      );
      const derived = countryOfOrigin(valid as OriginFact[], today);
      expect(rows[0] ?? { country: null, facet: null }).toEqual({
        country: derived.country,
        facet: derived.facet,
      });
    }),
    { numRuns: 60 },
  );
});

it('chains every change to the one before, so that its own hash proves each event', async () => {
  const { rows } = await register.owner.query(`
    select seq from (
      select e.*, history_event_hash(e) as expected, lag(hash) over (order by seq) as former, lag(seq) over (order by seq) as former_seq
      from history_event e) chain
    where hash <> expected or (former is not null and (previous_hash <> former or seq <> former_seq + 1))`);
  expect(rows).toEqual([]);
});
