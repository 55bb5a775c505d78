import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInput } from '@/app/_lib/fields';
import { defaultQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import {
  deploymentsOfSystem,
  findSystems,
  insertSystem,
  readSystem,
  removeSystem,
  settleSystem,
  systemsPage,
  updateSystem,
} from './data';
import { settlement, systemChange, systemInput } from './schema';
import { systemsTable } from './table';

let register: TestRegister;
let small: SmallRegister;
let steward: Actor;
let official: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  steward = await register.person('Steward', ['data_steward']);
  official = await register.person('Official', ['risk_officer'], { rank: 1 });
});

afterAll(() => register.close());

const permission = 'record:write';

const values = (changes: Record<string, unknown> = {}) => ({
  organisationId: small.organisation,
  name: 'Signal box',
  classification: 'OFFICIAL',
  classificationLabel: '',
  markings: [],
  purposes: ['defence'],
  groupIds: [],
  owner: 'Head of signals',
  notes: '',
  ...changes,
});

const add = (actor: Actor, changes?: Record<string, unknown>) =>
  mutate(actor, { permission, schema: systemInput, input: values(changes) }, insertSystem);

const change = (actor: Actor, id: string, changes?: Record<string, unknown>) =>
  mutate(
    actor,
    { permission, schema: systemChange, input: { ...values(changes), id } },
    updateSystem,
  );

const settle = (actor: Actor, id: string, classification: string) =>
  mutate(
    actor,
    {
      permission,
      schema: settlement,
      input: { id, classification, markings: [], reason: 'Agreed with the originator' },
    },
    settleSystem,
  );

const remove = (actor: Actor, id: string) =>
  mutate(actor, { permission, schema: recordInput, input: { id } }, (transaction) =>
    removeSystem(transaction, id),
  );

it('adds and changes a system', async () => {
  const added = await add(steward, { markings: ['sensitive', ' uk eyes  only'] });
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  expect(await readSystem(steward, id)).toMatchObject({
    name: 'Signal box',
    markings: ['SENSITIVE', 'UK EYES ONLY'],
    purposes: ['defence'],
    groupIds: [],
    organisation: { name: 'Harbour Office' },
  });
  expect(await change(steward, id, { name: 'Switch room', classification: 'TOP SECRET' })).toEqual({
    ok: true,
    value: { id },
  });
  expect(await readSystem(steward, id)).toMatchObject({
    name: 'Switch room',
    classification: 'TOP SECRET',
    markings: [],
  });
  expect(await remove(steward, id)).toMatchObject({ ok: true });
  expect(await readSystem(steward, id)).toBeNull();
});

describe('somebody cleared to OFFICIAL', () => {
  it('finds no SECRET or unsettled system in lists, pickers or by its address', async () => {
    const { rows, total, facets } = await systemsPage(official, defaultQuery(systemsTable));
    expect(rows.map(({ name }) => name)).toEqual(['Post room']);
    expect(total).toBe(1);
    expect(facets.classification).toEqual([{ value: 'OFFICIAL', count: 1 }]);
    expect(await readAs(official, (transaction) => findSystems(transaction, 'chart'))).toEqual([]);
    expect(await readSystem(official, small.systems.secret)).toBeNull();
    expect(await readSystem(official, small.systems.unsettled)).toBeNull();
    expect((await deploymentsOfSystem(official, small.systems.secret)).rows).toEqual([]);
  });

  it('cannot change, settle or delete one: it answers as if there were none', async () => {
    const before = await readSystem(steward, small.systems.secret);
    const answers = [
      await change(official, small.systems.secret, { name: 'Renamed' }),
      await settle(official, small.systems.unsettled, 'OFFICIAL'),
      await remove(official, small.systems.secret),
      await change(official, '00000000-0000-4000-8000-000000000000'),
    ];
    for (const answer of answers) {
      expect(answer).toEqual({
        ok: false,
        kind: 'not_found',
        message: 'There is no such system, or you may not see it.',
      });
    }
    expect(await readSystem(steward, small.systems.secret)).toEqual(before);
  });

  it('cannot put a system above the own clearance', async () => {
    expect(await add(official, { name: 'Vault', classification: 'SECRET' })).toMatchObject({
      kind: 'forbidden',
      fields: { classification: expect.any(String) },
    });
    expect(
      await change(official, small.systems.official, { classification: 'TOP SECRET' }),
    ).toMatchObject({ kind: 'forbidden' });
    expect(await readSystem(official, small.systems.official)).toMatchObject({
      classification: 'OFFICIAL',
    });
  });

  it('is refused by the database too, whatever clearance the caller claims', async () => {
    const claiming = { ...official, ceiling: 3 } as Actor;
    expect(await add(claiming, { name: 'Vault', classification: 'SECRET' })).toMatchObject({
      ok: false,
      kind: 'forbidden',
    });
  });
});

describe('an unsettled classification', () => {
  it('keeps its label, and is not settled in passing', async () => {
    expect(await add(steward, { name: 'No label', classification: 'UNSETTLED' })).toMatchObject({
      fields: { classificationLabel: expect.any(String) },
    });
    const { unsettled } = small.systems;
    expect(await change(steward, unsettled, { name: 'Liaison' })).toMatchObject({
      fields: { classification: expect.any(String) },
    });
    const kept = {
      name: 'Liaison',
      classification: 'UNSETTLED',
      classificationLabel: 'CONFIDENTIAL',
    };
    expect(await change(steward, unsettled, { ...kept, owner: 'Desk' })).toMatchObject({
      ok: true,
    });
    expect(await readSystem(steward, unsettled)).toMatchObject({ ...kept, owner: 'Desk' });
  });

  it('is settled once, by a reason that the history keeps', async () => {
    const { unsettled } = small.systems;
    expect(await settle(steward, unsettled, 'SECRET')).toMatchObject({ ok: true });
    expect(await readSystem(steward, unsettled)).toMatchObject({
      classification: 'SECRET',
      classificationLabel: 'CONFIDENTIAL',
    });
    const { rows } = await register.owner.query(
      `select reason, before->>'classification_label' as label from history_event
       where entity = 'system' and entity_id = $1 order by seq desc limit 1`,
      [unsettled],
    );
    expect(rows).toEqual([{ reason: 'Agreed with the originator', label: 'CONFIDENTIAL' }]);
    expect(await settle(steward, unsettled, 'OFFICIAL')).toMatchObject({ kind: 'conflict' });
  });
});

it('does not delete a system with deployments', async () => {
  expect(await remove(steward, small.systems.official)).toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('1 deployment'),
  });
});

it('refuses an organisation that the writer cannot see', async () => {
  const bound = await register.person('Bound', ['data_steward']);
  await register.owner.query(`update "user" set all_organisations = false where id = $1`, [
    bound.id,
  ]);
  expect(await add(bound, { name: 'Elsewhere' })).toMatchObject({
    fields: { organisationId: expect.any(String) },
  });
});
