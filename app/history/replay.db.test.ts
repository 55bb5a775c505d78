import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { actingFor, connectAs, copyOut, readAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { csvStatement } from '@/app/_server/table-csv-sql';
import { registerChangesTable } from '@/app/register/changes/table';
import { registerPage } from '@/app/register/data';
import { registerTable } from '@/app/register/table';
import { type FlatRow, flatRows, type Records, readChanges, replay } from './replay.fixture';

/*
 * Ten thousand operations, of one row each, on a small register: in transactions of two statements, so
 * in two hundred and fifty moments. Each is chosen by a number, as is its row, so that every run is the same.
 */
const transactions = 250;
const rowsEach = 20;

let register: TestRegister;
let officer: Actor;
let approver: Actor;

type Numbers = readonly number[];

/** A row of the relation for each number, none twice, as `alias(id, n)`. */
const chosen = (relation: string, numbers: Numbers, alias = 'c', where = 'true') =>
  `(select distinct on (r.id) r.id, n.n from unnest(array[${numbers}]) n(n)
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as total from ${relation} where ${where}) r
      on r.place = n.n % r.total order by r.id, n.n) ${alias}`;

/** One of the words, by a number in SQL. */
const among = (words: readonly string[], n: string) =>
  `(array[${words.map((word) => `'${word}'`)}])[1 + ${n} % ${words.length}]`;

const shifted = (numbers: Numbers, bits: number) => numbers.map((n) => n >> bits);

/** A statement that does the same to a row for each of its numbers. */
const operations: readonly ((numbers: Numbers) => string)[] = [
  (
    n,
  ) => `insert into deployment (system_id, product_id, version) select s.id, p.id, (s.n % 40)::text
    from ${chosen('system', n, 's')} cross join ${chosen('product', shifted(n.slice(0, 1), 3), 'p')} on conflict do nothing`,
  (n) =>
    `update deployment d set version = d.id || '-' || c.n from ${chosen('deployment', n)} where d.id = c.id`,
  (
    n,
  ) => `update deployment d set status = ${among(['planned', 'in_use', 'retired'], 'c.n')}, installations = nullif(c.n % 5, 0)
    from ${chosen('deployment', n)} where d.id = c.id`,
  (n) =>
    `update deployment d set owner = ${among(['', 'Desk', 'Watch'], 'c.n')} from ${chosen('deployment', n)} where d.id = c.id`,
  (n) =>
    `delete from deployment d using ${chosen('deployment', n, 'c', 'not exists (select from decision where deployment_id = deployment.id)')} where d.id = c.id`,
  (
    n,
  ) => `update system s set classification = ${among(['OFFICIAL', 'SECRET', 'TOP SECRET', 'UNSETTLED'], 'c.n')},
    classification_label = ${among(['', '', '', 'RESTRICTED'], 'c.n')}, markings = '{}' from ${chosen('system', n.slice(0, 2))} where s.id = c.id`,
  (
    n,
  ) => `update system s set markings = case when s.classification = 'OFFICIAL' then array['SENSITIVE'] else '{}' end,
    purposes = array[${among(['national_security', 'law_enforcement'], 'c.n')}], owner = ${among(['Ann', 'Ben', 'Cy'], 'c.n')} from ${chosen('system', n)} where s.id = c.id`,
  (n) =>
    `update supplier s set name = 'Supplier ' || c.n || s.id from ${chosen('supplier', n)} where s.id = c.id`,
  (n) =>
    `update product p set category = ${among(['antivirus', 'network', 'endpoint'], 'c.n')}, name = 'Product ' || c.n % 50 || p.id from ${chosen('product', n)} where p.id = c.id`,
  (n) =>
    `update product p set supplier_id = s.id from ${chosen('product', n)} cross join ${chosen('supplier', shifted(n.slice(0, 1), 3), 's')} where p.id = c.id`,
  (n) =>
    `update organisation o set name = 'Organisation ' || c.n || o.id from ${chosen('organisation', n)} where o.id = c.id`,
  (
    n,
  ) => `insert into origin_fact (${(n[0] ?? 0) % 2 ? 'supplier' : 'product'}_id, facet, country, source, confidence, valid_from, valid_to)
    select c.id, ${among(['headquarters', 'incorporation', 'developed', 'hosted'], 'c.n / 8')}, nullif(${among(['RU', 'CN', 'NL', ''], 'c.n / 32')}, ''), 'Test',
      ${among(['confirmed', 'probable', 'unverified'], 'c.n')}, ${among(['2019-01-01', '2024-06-30'], 'c.n / 4')}::date,
      nullif(${among(['', '2025-01-01', '2999-01-01'], 'c.n / 16')}, '')::date
    from ${chosen((n[0] ?? 0) % 2 ? 'supplier' : 'product', n)}`,
  (n) =>
    `update origin_fact f set country = ${among(['RU', 'IN', 'NL'], 'c.n')} from ${chosen('origin_fact', n)} where f.id = c.id`,
  (n) => `delete from origin_fact f using ${chosen('origin_fact', n)} where f.id = c.id`,
  (n) => `select set_config('app.actor_id', '${officer.id}', true);
    insert into decision (deployment_id, proposal_id, outcome, basis, basis_reason, rationale, due_on, facts, content_hash, proposed_by_name)
    select f.deployment_id, gen_random_uuid(), ${among(['monitor', 'remove', 'restrict'], 'c.n')}, 'precautionary', 'Test', 'Reason ' || c.n, date '2099-01-01' + c.n % 300, f.facts, '', ''
    from ${chosen('deployment', n)} cross join decision_facts(array[c.id]) f
    where not exists (select from decision d where d.deployment_id = f.deployment_id and d.state = 'proposed')`,
  (n) => `select set_config('app.actor_id', '${approver.id}', true);
    insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
    select d.id, ${among(['approve', 'approve', 'reject'], 'c.n')}, '', '', 'Seen', d.content_hash from decision d join ${chosen('decision', n, 'c', "state = 'proposed'")} on c.id = d.id`,
  (
    n,
  ) => `insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
    select d.id, ${among(['start', 'expire'], 'c.n')}, '', '', '', d.content_hash from decision d join ${chosen('decision', n, 'c', "state = 'approved'")} on c.id = d.id`,
];

/** So many rows that they are one event; one after the other. */
const atOnce = [
  `insert into deployment (system_id, product_id, version) select s.id, p.id, 'bulk' from system s, product p on conflict do nothing`,
  `update deployment set status = 'retired', installations = 7 where version = 'bulk'`,
  `delete from deployment where version = 'bulk' and not exists (select from decision where deployment_id = deployment.id)`,
];

/** Numerical Recipes' linear congruential generator; its high bits are the better ones. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 8;
  }
}

beforeAll(async () => {
  register = await openTestRegister();
  officer = await register.person('Officer', ['risk_officer']);
  approver = await register.person('Approver', ['approver']);
  const recorded = [
    'organisation',
    'supplier',
    'product',
    'system',
    'deployment',
    'origin_fact',
    'decision',
  ];
  await register.owner.query(`create sequence record;
    ${recorded.map((name) => `alter table ${name} alter id set default md5(nextval('record')::text)::uuid`).join(';')};
    insert into organisation (name) values ('North'), ('South');
    insert into supplier (name) select 'Supplier ' || n from generate_series(1, 8) n;
    insert into product (supplier_id, name) select s.id, 'Product ' || n || ' of ' || s.name from supplier s, generate_series(1, 3) n;
    insert into system (organisation_id, name, classification)
      select o.id, c || ' of ' || o.name || n, c from organisation o, unnest(array['OFFICIAL', 'SECRET']) c, generate_series(1, 3) n`);
  const given = numbers(20261124);
  for (let transaction = 0; transaction < transactions; transaction += 1) {
    const statement = () => {
      const operation = operations[given.next().value % operations.length];
      return operation?.(Array.from({ length: rowsEach }, () => given.next().value));
    };
    const bulk = transaction % 20 === 19 ? atOnce[((transaction + 1) / 20) % 3] : '';
    await register.owner.query(`begin; ${bulk}; ${statement()}; ${statement()}; commit`);
  }
}, 300_000);

afterAll(() => register.close());

/** The lines of a file, by column. */
async function file(definition: TableDefinition, address: string): Promise<FlatRow[]> {
  const parsed = parseTableQuery(definition, new URLSearchParams(address));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return connectAs(actingFor(officer), async (connection) => {
    const pieces: Buffer[] = [];
    for await (const piece of copyOut(connection, csvStatement(definition, parsed.query))) {
      pieces.push(piece);
    }
    return parse(Buffer.concat(pieces), { columns: true }) as FlatRow[];
  });
}

const sorted = (lines: Iterable<string>) => [...lines].sort();

/** What a reader who compares two states of the register finds. */
function differences(before: Map<string, FlatRow>, after: Map<string, FlatRow>): string[] {
  const lines: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [former, present] = [before.get(id), after.get(id)];
    if (!former || !present) {
      lines.push(`${id} ${former ? 'gone' : 'added'}`);
      continue;
    }
    for (const field of Object.keys(present)) {
      if (former[field] !== present[field]) {
        lines.push(`${id} ${field}: ${former[field]} → ${present[field]}`);
      }
    }
  }
  return lines;
}

it('tells of any moment what its history tells, whoever reads the register or its records', async () => {
  const day = new Date().toISOString().slice(0, 10);
  const changes = Map.groupBy(await readChanges(register.owner), ({ at }) => at);
  expect(changes.size).toBeGreaterThan(transactions * 0.95);
  const records: Records = new Map();
  const states: { at: string; rows: Map<string, FlatRow> }[] = [];
  let moment = 0;
  for (const [at, ofMoment] of changes) {
    for (const change of ofMoment) replay(records, change);
    moment += 1;
    if (moment % 10 > 0) continue;
    const rows = flatRows(records, day);
    const shown = await file(registerTable, `asOf=${at}`);
    expect(sorted(shown.map((row) => row.deployment_id ?? '')), at).toEqual(sorted(rows.keys()));
    for (const row of shown) {
      expect(row, at).toMatchObject(rows.get(row.deployment_id ?? '') as FlatRow);
    }
    states.push({ at, rows });
    if (moment % 50 > 0) continue;
    await expectRecords(at, records);
    await expectCounts(at, [...rows.values()]);
  }

  const eighth = Math.floor(states.length / 8);
  for (let place = 0; place + eighth < states.length; place += eighth) {
    const [from, to] = [states[place], states[place + eighth]];
    if (!from || !to) throw new Error('There is no such moment.');
    const told = await file(registerChangesTable, `from=${from.at}&to=${to.at}`);
    const compared = told.filter(({ field }) => field !== 'origin_source');
    expect(
      sorted(
        compared.map(({ deployment_id, change, field, before, after }) =>
          change === 'changed'
            ? `${deployment_id} ${field}: ${before} → ${after}`
            : `${deployment_id} ${change}`,
        ),
      ),
    ).toEqual(sorted(differences(from.rows, to.rows)));
  }
}, 120_000);

/** Some of the records, read as at the moment, are what the history made of them. */
async function expectRecords(at: string, records: Records): Promise<void> {
  for (const entity of ['supplier', 'product', 'system', 'origin_fact', 'deployment', 'decision']) {
    const all = await register.owner.query<{ id: string }>(
      `select distinct entity_id as id from history_event where entity = $1 and entity_id <> '' order by 1`,
      [entity],
    );
    // Among them what was gone by then, and what was still to come.
    const ids = all.rows.map(({ id }) => id).filter((_, place) => place % 7 === 0);
    const found = await readAs(
      officer,
      (transaction) =>
        transaction.$queryRawUnsafe<{ id: string; content: object }[]>(
          `select w.id::text, to_jsonb(r) - 'updated_at' - 'change_id' - 'classification_rank' as content
           from unnest($1::uuid[]) w(id) cross join lateral (select * from ${entity} where id = w.id offset 0) r`,
          ids,
        ),
      at,
    );
    const expected = ids.flatMap((id) => {
      const held = records.get(entity)?.get(id);
      // The rank of the past is the higher of then and now.
      const { classification_rank: _, ...content } = held ?? {};
      return held ? [[id, content] as const] : [];
    });
    expect(new Map(found.map(({ id, content }) => [id, content])), `${entity} at ${at}`).toEqual(
      new Map(expected),
    );
  }
}

/** The page of the register counts at the moment what it counts over the rows. */
async function expectCounts(at: string, rows: readonly FlatRow[]): Promise<void> {
  const parsed = parseTableQuery(registerTable, new URLSearchParams({ asOf: at }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { total, facets } = await registerPage(officer, parsed.query);
  expect(total, at).toBe(rows.length);
  for (const [facet, column] of [
    ['country', 'country_of_origin'],
    ['classification', 'classification'],
    ['organisation', 'organisation'],
    ['status', 'status'],
  ] as const) {
    const counted = Map.groupBy(rows, (row) => row[column]);
    expect(new Map(facets[facet]?.map(({ value, count }) => [value, count])), facet).toEqual(
      new Map([...counted].map(([value, some]) => [value, some.length])),
    );
  }
}

it('holds as current rows what the write model says, and as records what was written last', async () => {
  const columns = `deployment_id, organisation_id, system_id, product_id, supplier_id, supplier, country_of_origin, origin_facet,
    origin_source, product, product_category, version, organisation, system, classification, classification_label, classification_rank,
    marking, purposes, status, installations, exposure, advisories, decision_id, decision, decision_basis, decision_state,
    needs_decision, rationale, proposed_by, approved_by, decided_at, due_on, expires_on, owner`;
  const { rows } = await register.owner.query(`
    (select 'missing' as what, ${columns} from register_source
      except select 'missing', ${columns} from register_entry where valid_to = 'infinity')
    union all
    (select 'left over', ${columns} from register_entry where valid_to = 'infinity'
      except select 'left over', ${columns} from register_source)`);
  expect(rows).toEqual([]);

  const records: Records = new Map();
  for (const change of await readChanges(register.owner)) replay(records, change);
  for (const entity of [
    'organisation',
    'supplier',
    'product',
    'system',
    'deployment',
    'origin_fact',
    'decision',
    'decision_event',
  ]) {
    const stored = await register.owner.query<{ id: string; content: object }>(
      `select id::text, to_jsonb(r) - 'updated_at' - 'change_id' as content from ${entity} r`,
    );
    const written = new Map(stored.rows.map(({ id, content }) => [id, content]));
    expect(records.get(entity) ?? new Map(), entity).toEqual(written);
  }
});
