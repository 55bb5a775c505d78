import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noCriteria, type Rule, type RuleCriteria } from '@/app/_domain/rule';
import type { Actor } from '@/app/_server/actor';
import { actingFor, transactAs } from '@/app/_server/database';
import { refusalOf } from '@/app/_server/database-refusal';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { judgementsOfDeployment } from './data';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

beforeEach(async () => {
  await register.owner.query(`update advisory set status = 'withdrawn' where status = 'active'`);
});

const rule = (criteria: Partial<RuleCriteria>, changes: Partial<Rule> = {}): Rule => ({
  code: 'A',
  title: '',
  clause: '',
  criteria: { ...noCriteria, ...criteria },
  action: 'must_not_use',
  strength: 'must',
  deadlines: [],
  ...changes,
});

const seatedInRussia = {
  countries: ['RU'],
  facets: ['headquarters'],
} satisfies Partial<RuleCriteria>;
const secretUp = { ...seatedInRussia, classificationMin: 'SECRET' } satisfies Partial<RuleCriteria>;

let count = 0;
async function activate(rules: readonly Rule[], issuedOn = '2017-12-01'): Promise<string> {
  count += 1;
  const { rows } = await register.owner.query<{ id: string }>(
    `insert into advisory (reference, title, issuer, jurisdiction, issued_on, rules)
     values ($1, 'Advice', 'Authority', 'GB', $2, $3) returning id`,
    [`TEST-${count}`, issuedOn, JSON.stringify(rules)],
  );
  const id = rows[0]?.id as string;
  await register.owner.query(`update advisory set status = 'active' where id = $1`, [id]);
  return id;
}

async function entry(deployment: string) {
  const { rows } = await register.owner.query(
    `select exposure, advisories, advised_action, nullif(advised_due_on, 'infinity')::text as due, needs_decision
     from register_entry where deployment_id = $1 and valid_to = 'infinity'`,
    [deployment],
  );
  return rows[0];
}

const versionsOf = async (deployment: string) =>
  (
    await register.owner.query('select 1 from register_entry where deployment_id = $1', [
      deployment,
    ])
  ).rowCount;

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (failure: unknown) => failure,
  );
  return refusalOf(error)?.message;
}

describe('an active advisory', () => {
  it('judges every deployment when it becomes active, and none once it is withdrawn', async () => {
    const id = await activate([
      rule(secretUp, { deadlines: [{ step: 'complete', kind: 'after_issue', days: 90 }] }),
      rule(
        { ...seatedInRussia, classificationMax: 'OFFICIAL' },
        { code: 'B', action: 'no_action' },
      ),
    ]);
    expect(await entry(small.deployments.secret)).toMatchObject({
      exposure: 'in',
      advised_action: 'must_not_use',
      due: '2018-03-01',
    });
    expect((await entry(small.deployments.official)).exposure).toBe('out');
    expect((await entry(small.deployments.unsettled)).exposure).toBe('cannot_tell');
    await register.owner.query(`update advisory set status = 'withdrawn' where id = $1`, [id]);
    expect(await entry(small.deployments.secret)).toMatchObject({
      exposure: 'none',
      advisories: '',
      advised_action: '',
      due: null,
    });
  });

  it('follows every change of a fact in the same transaction, and touches nothing else', async () => {
    await activate([rule(secretUp)]);
    const untouched = await versionsOf(small.deployments.official);
    await register.owner.query(`update system set classification = 'SECRET' where id = $1`, [
      small.systems.unsettled,
    ]);
    expect((await entry(small.deployments.unsettled)).exposure).toBe('in');
    await register.owner.query(`update origin_fact set country = null where supplier_id = $1`, [
      small.supplier,
    ]);
    expect((await entry(small.deployments.secret)).exposure).toBe('cannot_tell');
    await register.owner.query(`update origin_fact set country = 'GB' where supplier_id = $1`, [
      small.supplier,
    ]);
    expect((await entry(small.deployments.secret)).exposure).toBe('none');
    await register.owner.query(`update origin_fact set country = 'RU' where supplier_id = $1`, [
      small.supplier,
    ]);
    expect((await entry(small.deployments.secret)).exposure).toBe('in');
    // Its own row changed with the headline of its product only.
    expect(await versionsOf(small.deployments.official)).toBe((untouched ?? 0) + 3);
    await register.owner.query(`update system set classification = 'UNSETTLED' where id = $1`, [
      small.systems.unsettled,
    ]);
  });

  it('reaches through owners and what is embedded, and flips on the day of a sale', async () => {
    const one = async (text: string, values: unknown[]) =>
      (await register.owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id;
    const owned = await one(`insert into supplier (name) values ($1)`, ['Harbour Firewalls']);
    await one(
      `insert into origin_fact (supplier_id, facet, country, source) values ($1, 'headquarters', 'GB', 'Register')`,
      [owned],
    );
    const firewall = await one(
      `insert into product (supplier_id, name, category, components_complete) values ($1, 'Firewall', 'firewall', true)`,
      [owned],
    );
    const deployed = (await one(`insert into deployment (system_id, product_id) values ($1, $2)`, [
      small.systems.secret,
      firewall,
    ])) as string;
    await activate([rule({ ...secretUp, components: 'included' })]);
    expect((await entry(deployed)).exposure).toBe('none');
    await one(`insert into product_component (product_id, component_id) values ($1, $2)`, [
      firewall,
      small.product,
    ]);
    expect((await entry(deployed)).exposure).toBe('in');
    await register.owner.query('delete from product_component');
    expect((await entry(deployed)).exposure).toBe('none');

    const day = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await activate([rule({ ...secretUp, through: 'control' })]);
    await one(
      `insert into ownership_link (owner_id, owned_id, control, valid_from, valid_to, source) values ($1, $2, true, null, $3, 'Register')`,
      [small.supplier, owned, day(1)],
    );
    expect((await entry(deployed)).exposure).toBe('in');
    // As on the day of the sale: the calendar follows what ends by date.
    await register.owner.query(`update ownership_link set valid_to = $1`, [day(0)]);
    expect((await entry(deployed)).exposure).toBe('none');
    const before = await register.owner.query(
      `select v.verdict from advisory a cross join lateral rule_verdicts(
         jsonb_set(a.rules, '{0,criteria,onDate}', to_jsonb($1::text)), a.issued_on) v
       where a.status = 'active' and v.deployment_id = $2 order by 1`,
      [day(-1), deployed],
    );
    expect(before.rows).toEqual([{ verdict: 'in' }]);
  });

  it('is never out where the components were not examined', async () => {
    await activate([
      rule({
        suppliers: [{ id: null, name: 'Engine Maker' }],
        affiliates: ['owned'],
        components: 'included',
      }),
    ]);
    expect((await entry(small.deployments.official)).exposure).toBe('cannot_tell');
    await register.owner.query(`update product set components_complete = true where id = $1`, [
      small.product,
    ]);
    expect((await entry(small.deployments.official)).exposure).toBe('none');
    // A name that the rule uses is recorded later.
    await register.owner.query(
      `insert into supplier_alias (supplier_id, name) values ($1, 'Engine Maker')`,
      [small.supplier],
    );
    expect((await entry(small.deployments.official)).exposure).toBe('in');
    await register.owner.query('delete from supplier_alias');
  });

  it('explains itself with the facts that decided and their sources', async () => {
    await activate([rule(secretUp)]);
    const [judgement] = await judgementsOfDeployment(officer, small.deployments.secret);
    expect(judgement).toMatchObject({ verdict: 'in', leading: { rule: { code: 'A' } } });
    expect(judgement?.leading?.findings.map(({ words }) => words)).toEqual([
      'Headquarters of Severny Software: Russia',
      'classification SECRET ≥ SECRET',
    ]);
    expect(judgement?.leading?.findings[0]?.sources[0]?.source).toBe('Register of companies');
    const [open] = await judgementsOfDeployment(officer, small.deployments.unsettled);
    expect(open?.leading?.findings.flatMap(({ missing }) => missing)).toEqual([
      {
        kind: 'classification',
        subjectType: 'system',
        subjectId: small.systems.unsettled,
        subject: 'Liaison',
      },
    ]);
  });
});

describe('versions', () => {
  it('are made by each change of an active advisory, and by nothing else', async () => {
    const id = await activate([rule(secretUp)]);
    const version = async () =>
      (
        await register.owner.query(
          `select version, rules_version, (select count(*)::int from advisory_version where advisory_id = id) as kept
           from advisory where id = $1`,
          [id],
        )
      ).rows[0];
    expect(await version()).toEqual({ version: 1, rules_version: 1, kept: 1 });
    await register.owner.query(`update advisory set title = 'Better words' where id = $1`, [id]);
    expect(await version()).toEqual({ version: 2, rules_version: 1, kept: 2 });
    await register.owner.query(`update advisory set rules = $2 where id = $1`, [
      id,
      JSON.stringify([rule(seatedInRussia)]),
    ]);
    expect(await version()).toEqual({ version: 3, rules_version: 3, kept: 3 });
    await register.owner.query(`update advisory set title = title where id = $1`, [id]);
    expect(await version()).toEqual({ version: 3, rules_version: 3, kept: 3 });
  });

  it('keep what was active from being rewritten or lost', async () => {
    const id = await activate([rule(secretUp)]);
    const attempt = (text: string) => refusal(register.owner.query(text, [id]));
    expect(await attempt('delete from advisory where id = $1')).toMatch(/withdraw it instead/);
    expect(await attempt(`update advisory set status = 'draft' where id = $1`)).toMatch(
      /cannot become/,
    );
    expect(await attempt(`update advisory set reference = 'OTHER' where id = $1`)).toMatch(
      /reference stays/,
    );
    expect(await attempt(`update advisory set rules = '[]' where id = $1`)).toMatch(
      /without rules/,
    );
    expect(await attempt('delete from advisory_version where advisory_id = $1')).toMatch(
      /append-only/,
    );
  });
});

describe('a decision', () => {
  const proposed = async (outcome: string, deployment: string, reason = '') => {
    await register.owner.query(
      `select set_config('app.actor_id', (select id::text from "user" where name = 'Officer'), false)`,
    );
    const { rows } = await register.owner.query(
      `insert into decision (deployment_id, proposal_id, outcome, basis, basis_reason, rationale, facts, content_hash, proposed_by_name)
       select $1, gen_random_uuid(), $2, 'advised', $3, 'Because', facts, '', '' from decision_facts(array[$1]::uuid[])
       returning id, basis, advisory_version`,
      [deployment, outcome, reason],
    );
    return rows[0];
  };
  const withdrawn = (id: string) =>
    register.owner.query(
      `insert into decision_event (decision_id, action, to_state, actor_name, content_hash)
       select id, 'withdraw', '', '', content_hash from decision where id = $1`,
      [id],
    );
  const changed = async (id: string) =>
    (await register.owner.query('select changed_facts from decision where id = $1', [id])).rows[0]
      .changed_facts;

  it('is advised only where an active rule asks for it, else removal needs a reason', async () => {
    await activate([rule(secretUp)]);
    const advised = await proposed('remove', small.deployments.secret);
    expect(advised).toMatchObject({ basis: 'advised', advisory_version: 1 });
    const refused = await refusal(proposed('remove', small.deployments.official));
    expect(refused).toMatch(/No active advisory asks to remove/);
    const cautious = await proposed(
      'remove',
      small.deployments.official,
      'One estate, one product',
    );
    expect(cautious).toMatchObject({ basis: 'precautionary', advisory_version: null });
    for (const { id } of [advised, cautious]) await withdrawn(id);
  });

  it('says what it no longer rests on, and nothing once it holds again', async () => {
    const advisory = await activate([rule(secretUp)]);
    const { id } = await proposed('remove', small.deployments.secret);
    expect(await changed(id)).toEqual({});
    await register.owner.query(`update system set classification = 'OFFICIAL' where id = $1`, [
      small.systems.secret,
    ]);
    expect(Object.keys(await changed(id)).sort()).toEqual(['classification', 'verdicts']);
    expect((await changed(id)).classification).toEqual({ before: 'SECRET', now: 'OFFICIAL' });
    expect((await entry(small.deployments.secret)).needs_decision).toBe('yes');
    await register.owner.query(`update system set classification = 'SECRET' where id = $1`, [
      small.systems.secret,
    ]);
    expect(await changed(id)).toEqual({});
    expect((await entry(small.deployments.secret)).needs_decision).toBe('');
    await register.owner.query(`update advisory set rules = $2 where id = $1`, [
      advisory,
      JSON.stringify([rule({ ...secretUp, categories: ['antivirus'] })]),
    ]);
    expect(Object.keys(await changed(id))).toEqual(['advisory']);
    await withdrawn(id);
  });
});

it('shows no verdict above the clearance of who looks', async () => {
  await activate([rule(seatedInRussia)]);
  const seen = await transactAs(
    actingFor(official),
    (transaction) => transaction.$queryRaw<{ deployment_id: string }[]>`
      select deployment_id from exposure where valid_to = 'infinity'
      union select deployment_id from rule_verdicts((select rules from advisory where status = 'active'), '2017-12-01')`,
  );
  expect(seen.map(({ deployment_id }) => deployment_id)).toEqual([small.deployments.official]);
  expect(await judgementsOfDeployment(official, small.deployments.secret)).toEqual([]);
});
