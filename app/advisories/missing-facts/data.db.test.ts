import { afterAll, beforeAll, expect, it } from 'vitest';
import { missingFactHref } from '@/app/_domain/missing-fact';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { parseTableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { insertAdvisory, setStatus } from '../return/return.fixture';
import { missingFactsPage, readMissingFact } from './data';
import { missingFactsTable } from './table';

/** Asks for an origin, what is embedded, a classification and a purpose. */
const rule: Rule = {
  code: 'A',
  title: 'What is Russian on SECRET with the national-security purpose',
  clause: '',
  criteria: {
    ...noCriteria,
    countries: ['RU'],
    facets: ['headquarters'],
    components: 'included',
    classificationMin: 'SECRET',
    purposes: ['national_security'],
  },
  action: 'remove',
  strength: 'must',
  deadlines: [],
};

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let official: Actor;
let nameless: string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
  const { rows } = await register.owner.query(
    `with s as (insert into supplier (name) values ('Nameless Ltd') returning id),
       p as (insert into product (supplier_id, name, components_complete, components_source) select id, 'Box', true, 'List' from s returning id, supplier_id),
       d as (insert into deployment (system_id, product_id) select $1::uuid, id from p)
     select supplier_id as id from p`,
    [small.systems.secret],
  );
  nameless = rows[0].id;
});

afterAll(() => register.close());

async function missing(actor: Actor, address = '') {
  const parsed = parseTableQuery(missingFactsTable, new URLSearchParams(address));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { rows, total } = await missingFactsPage(actor, parsed.query);
  expect(total).toBe(rows.length);
  return rows;
}

const counted = async (actor: Actor = officer, address?: string) =>
  (await missing(actor, address)).map(
    ({ kind, subject, facet, deployments, alone }) =>
      `${[kind, facet].filter(Boolean).join(' by ')} of ${subject}: ${deployments}/${alone}`,
  );

it('lists nothing while no advisory asks', async () => {
  await insertAdvisory(register.owner, 'DRAFT', [rule]);
  expect(await counted()).toEqual([]);
});

it('counts what each fact touches and what it would settle alone, the most useful first', async () => {
  const { owner } = register;
  await setStatus(owner, await insertAdvisory(owner, 'RU', [rule]), 'active');
  expect(await counted()).toEqual([
    'purposes of Chart room: 2/1',
    'classification of Liaison: 1/0',
    'purposes of Liaison: 1/0',
    'origin by headquarters of Nameless Ltd: 1/0',
  ]);
  expect(await counted(officer, 'kind=origin&facet=headquarters')).toEqual([
    'origin by headquarters of Nameless Ltd: 1/0',
  ]);
  expect(await counted(officer, 'q=liaison&record=system')).toHaveLength(2);
});

it('shows a fact with the deployments that wait for it', async () => {
  const [fact] = await missing(officer, 'kind=purposes&q=Chart');
  const found = await readMissingFact(officer, fact?.id ?? '');
  expect(found).toMatchObject({ subjectId: small.systems.secret, deployments: 2, alone: 1 });
  expect(found?.touched).toMatchObject([
    { id: small.deployments.secret, others: 0, classification: 'SECRET' },
    { product: 'Box', others: 1 },
  ]);
  expect(await readMissingFact(official, fact?.id ?? '')).toBeNull();
  expect(await readMissingFact(officer, 'nonsense')).toBeNull();
});

it('says nothing of what lies above the clearance of who looks', async () => {
  expect(await counted(official)).toEqual([]);
});

it('leads to where each fact is entered, and lets others look', () => {
  const fact = { kind: 'origin', subjectType: 'supplier', subjectId: nameless } as const;
  expect(missingFactHref(fact, true)).toBe(`/suppliers/${nameless}#origin`);
  expect(missingFactHref(fact, false)).toBe(`/suppliers/${nameless}`);
});

it('asks for what is embedded in a circle, although the version deployed is out of range', async () => {
  const { owner } = register;
  const circle = { ...rule.criteria, classificationMin: null, purposes: [], versionFrom: '2' };
  await owner.query(
    `with s as (insert into supplier (name) values ('Hen Ltd'), ('Egg Ltd') returning id, name),
       p as (insert into product (supplier_id, name, components_complete, components_source) select id, name || ' product', true, 'List' from s returning id, name),
       c as (insert into product_component (product_id, component_id) select a.id, b.id from p a join p b on b.id <> a.id)
     insert into deployment (system_id, product_id, version) select $1::uuid, id, '1' from p where name = 'Hen Ltd product'`,
    [small.systems.official],
  );
  const advisory = await insertAdvisory(owner, 'CIRCLE', [{ ...rule, criteria: circle }]);
  await setStatus(owner, advisory, 'active');
  expect(await counted(officer, 'q=Ltd&sort=subject')).toEqual([
    'origin by headquarters of Egg Ltd: 1/0',
    'origin by headquarters of Hen Ltd: 1/0',
    'origin by headquarters of Nameless Ltd: 1/0',
  ]);
  await setStatus(owner, advisory, 'withdrawn');
});

it('is settled by being entered', async () => {
  await register.owner.query(
    `insert into origin_fact (supplier_id, facet, country, source) values ($1, 'headquarters', 'NL', 'Register of companies')`,
    [nameless],
  );
  await register.owner.query(`update system set purposes = '{national_security}' where id = $1`, [
    small.systems.secret,
  ]);
  expect(await counted()).toEqual(['classification of Liaison: 1/0', 'purposes of Liaison: 1/0']);
});
