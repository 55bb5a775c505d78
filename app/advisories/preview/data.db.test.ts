import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCriteria, type Rule, type RuleCriteria } from '@/app/_domain/rule';
import type { Actor } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { activateAdvisory, insertAdvisory, readAdvisory, readVerdictCounts } from '../data';
import { ruleValues } from '../editor/values';
import { activation, advisoryInput } from '../schema';
import { previewOfAdvisory, previewRules } from './data';
import { previewInput } from './schema';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let official: Actor;
let bound: Actor;
let elsewhere: string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  const { rows } = await register.owner.query<{ id: string }>(
    `with o as (insert into organisation (name) values ('Dock Board') returning id),
      s as (insert into supplier (name) values ('Juniper Works') returning id),
      p as (insert into product (supplier_id, name, category) select id, 'Juniper Guard', 'antivirus' from s returning id),
      y as (insert into system (organisation_id, name, classification) select id, 'Locks', 'SECRET' from o returning id, organisation_id)
    insert into deployment (system_id, product_id) select y.id, p.id from y, p
    returning (select id from o)`,
  );
  elsewhere = rows[0]?.id as string;
  officer = await register.person('Officer', ['risk_officer']);
  official = await register.person('Official', ['auditor'], { rank: 1 });
  bound = await register.person('Bound', ['auditor']);
  await register.owner.query(`update "user" set all_organisations = false where id = $1`, [
    bound.id,
  ]);
  await register.owner.query(
    `insert into user_organisation (user_id, organisation_id) values ($1, $2)`,
    [bound.id, elsewhere],
  );
});

afterAll(() => register.close());

const rule = (code: string, criteria: Partial<RuleCriteria>, action: Rule['action']): Rule => ({
  code,
  title: '',
  clause: '',
  criteria: {
    ...noCriteria,
    countries: ['RU'],
    facets: ['headquarters'],
    categories: ['antivirus'],
    ...criteria,
  },
  action,
  strength: 'must',
  deadlines: [],
});

/** In on SECRET, open on the unsettled system and of the supplier without a seat, nothing to do on OFFICIAL. */
const rules = [
  rule('A', { classificationMin: 'SECRET' }, 'remove'),
  rule('B', { classificationMax: 'OFFICIAL' }, 'no_action'),
];

async function preview(actor: Actor, asked: readonly Rule[] = rules) {
  const outcome = await mutate(
    actor,
    {
      permission: 'register:read',
      schema: previewInput,
      input: { rules: asked.map(ruleValues), issuedOn: '' },
    },
    previewRules,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const named = (name: string) => expect.objectContaining({ name });

describe('a preview', () => {
  it('counts every visible deployment once, by classification, organisation and supplier', async () => {
    const found = await preview(officer);
    expect(found.counts).toEqual({ in: 1, cannotTell: 2, noAction: 1, out: 0 });
    expect(
      found.classifications.map(({ key, in: matched, cannotTell, noAction, out }) => [
        key,
        matched,
        cannotTell,
        noAction,
        out,
      ]),
    ).toEqual([
      ['OFFICIAL', 0, 0, 1, 0],
      ['SECRET', 1, 1, 0, 0],
      ['UNSETTLED', 0, 1, 0, 0],
    ]);
    expect(found.organisations).toEqual([
      {
        key: small.organisation,
        name: 'Harbour Office',
        in: 1,
        cannotTell: 1,
        noAction: 1,
        out: 0,
      },
      { key: elsewhere, name: 'Dock Board', in: 0, cannotTell: 1, noAction: 0, out: 0 },
    ]);
    expect(found.suppliers).toEqual([named('Severny Software'), named('Juniper Works')]);
    expect(found.samples.map(({ verdict, rule: code, system }) => [verdict, code, system])).toEqual(
      [
        ['in', 'A', 'Chart room'],
        ['cannot_tell', 'A', 'Locks'],
        ['cannot_tell', 'A', 'Liaison'],
        ['out_no_action', 'B', 'Post room'],
      ],
    );
  });

  it('tells how many no rule concerns', async () => {
    const found = await preview(officer, [
      rule('A', { classificationMin: 'TOP SECRET' }, 'remove'),
    ]);
    expect(found.counts).toEqual({ in: 0, cannotTell: 1, noAction: 0, out: 3 });
    expect(found.organisations).toEqual([
      {
        key: small.organisation,
        name: 'Harbour Office',
        in: 0,
        cannotTell: 1,
        noAction: 0,
        out: 2,
      },
    ]);
    expect(found.suppliers).toEqual([
      { key: small.supplier, name: 'Severny Software', in: 0, cannotTell: 1, noAction: 0, out: 2 },
    ]);
  });

  it('holds nothing above the clearance or of other organisations', async () => {
    const low = await preview(official);
    expect(low.counts).toEqual({ in: 0, cannotTell: 0, noAction: 1, out: 0 });
    expect(low.classifications.map(({ key }) => key)).toEqual(['OFFICIAL']);
    expect(low.suppliers).toEqual([named('Severny Software')]);
    expect(low.samples.map(({ id }) => id)).toEqual([small.deployments.official]);
    const apart = await preview(bound);
    expect(apart.counts).toEqual({ in: 0, cannotTell: 1, noAction: 0, out: 0 });
    expect(apart.organisations).toEqual([named('Dock Board')]);
    expect(apart.organisationCount).toBe(1);
  });

  it('says the same as the exposures once the advisory is active, to each reader', async () => {
    const input = {
      reference: 'SAME-1',
      title: 'The same',
      issuer: 'NCSC',
      jurisdiction: 'GB',
      identifier: '',
      audience: '',
      issuedOn: '2017-12-01',
      link: '',
      bindingness: 'binding',
      confirmation: 'primary',
      summary: '',
      quotedClause: '',
      notes: '',
      supersedesId: null,
      amendsId: null,
      rules: rules.map(ruleValues),
    };
    const written = await mutate(
      officer,
      { permission: 'advisory:write', schema: advisoryInput, input },
      (transaction, parsed) => insertAdvisory(transaction, parsed),
    );
    if (!written.ok) throw new Error(written.message);
    const { id } = written.value;
    const advisory = await readAdvisory(officer, id);
    if (!advisory) throw new Error('It is not there.');
    const readers = [officer, official, bound];
    const before = await Promise.all(readers.map((actor) => previewOfAdvisory(actor, advisory)));
    const seenAt = advisory.updatedAt.toISOString();
    await mutate(
      officer,
      { permission: 'advisory:write', schema: activation, input: { id, seenAt } },
      activateAdvisory,
    );
    const after = await Promise.all(readers.map((actor) => readVerdictCounts(actor, id)));
    expect(after).toEqual(before.map(({ counts: { out: _, ...counts } }) => counts));
    expect(after[0]).toEqual({ in: 1, cannotTell: 2, noAction: 1 });
  });

  it('needs at least one whole rule', async () => {
    const asked = (input: unknown) =>
      mutate(officer, { permission: 'register:read', schema: previewInput, input }, previewRules);
    expect(await asked({ rules: [], issuedOn: '' })).toMatchObject({
      fields: { rules: expect.any(String) },
    });
    const empty = ruleValues(rule('A', { countries: [], facets: [], categories: [] }, 'remove'));
    expect(await asked({ rules: [empty], issuedOn: '' })).toMatchObject({
      fields: { 'rules.0.criteria.countries': expect.any(String) },
    });
  });
});

it('is the same whether the verdicts count as many or as few', async () => {
  const top = [rule('A', { classificationMin: 'TOP SECRET' }, 'remove')];
  for (const asked of [rules, top].map((some) => ({ rules: some, issuedOn: '2017-12-01' }))) {
    for (const actor of [officer, official, bound]) {
      const few = await previewOfAdvisory(actor, asked, 1000);
      expect(await previewOfAdvisory(actor, asked, 0)).toEqual(few);
    }
  }
});
