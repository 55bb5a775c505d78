import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCriteria, type Rule } from '@/app/_domain/rule';
import { recordInput } from '@/app/_lib/fields';
import { defaultQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import {
  activateAdvisory,
  advisoriesPage,
  insertAdvisory,
  readAdvisory,
  readVerdictCounts,
  removeAdvisory,
  updateAdvisory,
  withdrawAdvisory,
} from './data';
import { ruleValues } from './editor/values';
import {
  type AdvisoryValues,
  activation,
  advisoryChange,
  advisoryInput,
  withdrawal,
} from './schema';
import { advisoriesTable } from './table';
import { readVersions, readWithdrawalReason } from './versions/data';

let register: TestRegister;
let small: SmallRegister;
let officer: Actor;
let official: Actor;
let steward: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  officer = await register.person('Officer', ['risk_officer']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
  steward = await register.person('Steward', ['data_steward']);
});

afterAll(() => register.close());

const permission = 'advisory:write';

/** Russian anti-virus on SECRET and above; the unsettled system of the register cannot be told. */
const rule: Rule = {
  code: 'A',
  title: '',
  clause: '',
  criteria: {
    ...noCriteria,
    countries: ['RU'],
    facets: ['headquarters'],
    categories: ['antivirus'],
    classificationMin: 'SECRET',
  },
  action: 'remove',
  strength: 'must',
  deadlines: [{ step: 'complete', kind: 'after_issue', days: 30 }],
};

/** Expressly nothing to do on OFFICIAL. */
const noAction: Rule = {
  ...rule,
  code: 'B',
  criteria: { ...rule.criteria, classificationMin: null, classificationMax: 'OFFICIAL' },
  action: 'no_action',
  deadlines: [],
};

let written = 0;

function values(changes: Partial<AdvisoryValues> = {}): AdvisoryValues {
  written += 1;
  return {
    reference: `TEST-${written}`,
    title: 'Anti-virus of Russian origin',
    issuer: 'NCSC',
    jurisdiction: 'GB',
    identifier: '',
    audience: '',
    issuedOn: '2017-12-01',
    link: '',
    bindingness: 'guidance',
    confirmation: 'secondary',
    summary: 'Keep it away from SECRET.',
    quotedClause: '',
    notes: '',
    supersedesId: null,
    amendsId: null,
    rules: [ruleValues(rule), ruleValues(noAction)],
    ...changes,
  };
}

const write = (actor: Actor, input: AdvisoryValues) =>
  mutate(actor, { permission, schema: advisoryInput, input }, (transaction, parsed) =>
    insertAdvisory(transaction, parsed),
  );

async function draft(changes?: Partial<AdvisoryValues>): Promise<string> {
  const outcome = await write(officer, values(changes));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

async function seenAt(id: string): Promise<string> {
  return (await read(id)).updatedAt.toISOString();
}

async function read(id: string) {
  const advisory = await readAdvisory(officer, id);
  if (!advisory) throw new Error('There is no such advisory.');
  return advisory;
}

const change = async (id: string, input: AdvisoryValues, reason = '', seen?: string) =>
  mutate(
    officer,
    {
      permission,
      schema: advisoryChange,
      input: { ...input, id, reason, seenAt: seen ?? (await seenAt(id)) },
    },
    updateAdvisory,
  );

const activate = async (id: string, seen?: string) =>
  mutate(
    officer,
    { permission, schema: activation, input: { id, seenAt: seen ?? (await seenAt(id)) } },
    activateAdvisory,
  );

const withdraw = (id: string, reason = 'Lifted by its issuer') =>
  mutate(officer, { permission, schema: withdrawal, input: { id, reason } }, withdrawAdvisory);

const remove = (id: string) =>
  mutate(officer, { permission, schema: recordInput, input: { id } }, (transaction, input) =>
    removeAdvisory(transaction, input.id),
  );

describe('a draft', () => {
  it('keeps what was written, and judges nothing', async () => {
    const id = await draft({ reference: 'NCSC-2017-12-01' });
    expect(await read(id)).toMatchObject({
      reference: 'NCSC-2017-12-01',
      issuedOn: '2017-12-01',
      status: 'draft',
      version: 0,
      rules: [rule, noAction],
    });
    expect(await readVerdictCounts(officer, id)).toEqual({ in: 0, cannotTell: 0, noAction: 0 });
    expect(await readVersions(officer, id)).toEqual([]);
  });

  it('is tied to the suppliers and products that its names stand for', async () => {
    await register.owner.query(
      `insert into supplier_alias (supplier_id, name) values ($1, 'Severny Lab')`,
      [small.supplier],
    );
    const criteria = {
      ...noCriteria,
      suppliers: ['Severny Software', 'Severny Lab', 'Yuzhny'].map((name) => ({ id: null, name })),
      products: [{ id: null, name: 'Severny Anti-Virus' }],
    };
    const id = await draft({ rules: [ruleValues({ ...rule, criteria })] });
    const [stored] = (await read(id)).rules;
    expect(stored?.criteria.suppliers).toEqual([
      { id: small.supplier, name: 'Severny Software' },
      { id: small.supplier, name: 'Severny Lab' },
      { id: null, name: 'Yuzhny' },
    ]);
    expect(stored?.criteria.products).toEqual([{ id: small.product, name: 'Severny Anti-Virus' }]);
  });

  it('keeps a name that may mean two', async () => {
    const { rows } = await register.owner.query<{ id: string }>(
      `insert into supplier (name) values ('Zapadny'), ('Vostochny') returning id`,
    );
    for (const { id } of rows) {
      await register.owner.query(
        `insert into supplier_alias (supplier_id, name) values ($1, 'Sever')`,
        [id],
      );
    }
    const criteria = { ...noCriteria, suppliers: [{ id: null, name: 'Sever' }] };
    const id = await draft({ rules: [ruleValues({ ...rule, criteria })] });
    expect((await read(id)).rules[0]?.criteria.suppliers).toEqual([{ id: null, name: 'Sever' }]);
  });

  it('changes without a version, and can be deleted', async () => {
    const id = await draft();
    const { reference } = await read(id);
    expect(await change(id, values({ reference, title: 'Renamed', rules: [] }))).toMatchObject({
      ok: true,
    });
    expect(await read(id)).toMatchObject({ title: 'Renamed', version: 0, rules: [] });
    expect(await remove(id)).toMatchObject({ ok: true });
    expect(await readAdvisory(officer, id)).toBeNull();
  });

  it('takes no reference that another has, and is not its own successor', async () => {
    const first = await draft();
    const { reference } = await read(first);
    expect(await write(officer, values({ reference }))).toMatchObject({
      kind: 'conflict',
      fields: { reference: expect.any(String) },
    });
    const again = values({ reference, supersedesId: first, amendsId: first });
    expect(await change(first, again)).toMatchObject({
      fields: { supersedesId: expect.any(String), amendsId: expect.any(String) },
    });
  });

  it('is written by those who may', async () => {
    expect(await write(steward, values())).toMatchObject({ kind: 'forbidden' });
  });
});

describe('an active advisory', () => {
  it('judges the register, and shows each reader what that reader may see', async () => {
    const id = await draft();
    expect(await activate(id)).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ status: 'active', version: 1, rulesVersion: 1 });
    expect(await readVerdictCounts(officer, id)).toEqual({ in: 1, cannotTell: 1, noAction: 1 });
    expect(await readVerdictCounts(official, id)).toEqual({ in: 0, cannotTell: 0, noAction: 1 });
    const { rows } = await register.owner.query(
      `select x.due_on::text, advised_due_on::text from exposure x
       join register_entry e on e.deployment_id = x.deployment_id and e.valid_to = 'infinity'
       where advisory_id = $1 and verdict = 'in' and x.valid_to = 'infinity'`,
      [id],
    );
    expect(rows).toEqual([{ due_on: '2017-12-31', advised_due_on: '2017-12-31' }]);
    await withdraw(id);
  });

  it('makes a version of each change, and says what it changed, by whom and why', async () => {
    const input = values();
    const id = await draft(input);
    await activate(id);
    const narrower: Rule = {
      ...rule,
      criteria: { ...rule.criteria, classificationMin: 'TOP SECRET' },
    };
    const changed = { ...input, summary: 'Narrowed.', rules: [ruleValues(narrower)] };
    expect(await change(id, changed, 'Corrected by its issuer')).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ version: 2, rulesVersion: 2 });
    expect(await readVerdictCounts(officer, id)).toEqual({ in: 0, cannotTell: 1, noAction: 0 });
    const [second, first] = await readVersions(officer, id);
    expect(first).toMatchObject({ version: 1, madeByName: 'Officer', reason: '', changes: [] });
    expect(second).toMatchObject({ version: 2, reason: 'Corrected by its issuer' });
    expect(second?.changes.map(({ field }) => field)).toEqual([
      'Summary',
      'Rule A: scope',
      'Rule B',
    ]);
    await withdraw(id);
  });

  it('keeps its rules version when only its words change', async () => {
    const input = values();
    const id = await draft(input);
    await activate(id);
    await change(id, { ...input, title: 'Better said' });
    expect(await read(id)).toMatchObject({ version: 2, rulesVersion: 1 });
    await change(id, { ...input, title: 'Better said' });
    expect(await read(id)).toMatchObject({ version: 2 });
    await withdraw(id);
  });

  it('is neither deleted nor renamed, and is withdrawn with a reason once', async () => {
    const input = values();
    const id = await draft(input);
    await activate(id);
    expect(await remove(id)).toMatchObject({ kind: 'conflict' });
    expect(await change(id, { ...input, reference: 'OTHER' })).toMatchObject({ kind: 'conflict' });
    expect(await withdraw(id, ' ')).toMatchObject({ fields: { reason: expect.any(String) } });
    expect(await withdraw(id)).toMatchObject({ ok: true });
    expect(await withdraw(id)).toMatchObject({ kind: 'conflict' });
    expect(await read(id)).toMatchObject({ status: 'withdrawn', version: 1 });
    expect(await readWithdrawalReason(officer, id)).toBe('Lifted by its issuer');
    expect(await readVerdictCounts(officer, id)).toEqual({ in: 0, cannotTell: 0, noAction: 0 });
    expect(await remove(id)).toMatchObject({ kind: 'conflict' });
  });

  it('can be put into force again, as a version', async () => {
    const id = await draft();
    await activate(id);
    await withdraw(id);
    expect(await activate(id)).toMatchObject({ ok: true });
    expect(await activate(id)).toMatchObject({ kind: 'conflict' });
    expect(await read(id)).toMatchObject({ status: 'active', version: 2 });
    const [second] = await readVersions(officer, id);
    expect(second?.changes).toEqual([]);
    await withdraw(id);
  });
});

describe('what somebody has not seen', () => {
  it('is neither activated nor written over', async () => {
    const input = values();
    const id = await draft(input);
    const before = await seenAt(id);
    await change(id, { ...input, rules: [ruleValues(noAction)] });
    expect(await activate(id, before)).toMatchObject({ kind: 'conflict' });
    expect(await change(id, input, '', before)).toMatchObject({ kind: 'conflict' });
    expect(await read(id)).toMatchObject({ status: 'draft', rules: [noAction] });
  });
});

it('without a rule is not activated', async () => {
  expect(await activate(await draft({ rules: [] }))).toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('rule'),
  });
});

describe('the list', () => {
  it('counts what the reader may see, and finds by words', async () => {
    const id = await draft({ reference: 'LISTED-1', title: 'Zebra crossing' });
    await activate(id);
    const query = { ...defaultQuery(advisoriesTable), search: 'zebra listed' };
    const seen = async (actor: Actor) => {
      const { rows } = await advisoriesPage(actor, query);
      return rows.map((row) => [row.reference, row.in_scope, row.cannot_tell]);
    };
    expect(await seen(officer)).toEqual([['LISTED-1', 1, 1]]);
    expect(await seen(official)).toEqual([['LISTED-1', 0, 0]]);
    await withdraw(id);
  });
});
