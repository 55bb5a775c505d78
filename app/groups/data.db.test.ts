import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, actorOfJob } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import {
  insertSmallRegister,
  openTestRegister,
  type SmallRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { updateSettings } from '@/app/settings/data';
import { settingsInput } from '@/app/settings/schema';
import { insertSystem, readSystem, updateSystem } from '@/app/systems/data';
import { systemChange, systemInput } from '@/app/systems/schema';
import { findGroup, groupChoices, insertGroup, updateGroup } from './data';
import { groupChange, groupInput } from './schema';

let register: TestRegister;
let small: SmallRegister;
let admin: Actor;
let member: Actor;
let other: Actor;
let groupId: string;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  admin = await register.person('Ada', ['administrator', 'data_steward']);
  member = await register.person('Mia', ['data_steward']);
  other = await register.person('Olive', ['data_steward']);
  const outcome = await createGroup({ name: 'Lantern', purpose: '', members: [member.id] });
  if (!outcome.ok) throw new Error(outcome.message);
  groupId = outcome.value.id;
});
afterAll(() => register.close());

const createGroup = (input: unknown) =>
  mutate(admin, { permission: 'user:manage', schema: groupInput, input }, insertGroup);

const valuesOf = (changes: Record<string, unknown>) => ({
  organisationId: small.organisation,
  name: 'Signal box',
  classification: 'OFFICIAL',
  classificationLabel: '',
  markings: [],
  purposes: [],
  groupIds: [],
  owner: '',
  notes: '',
  ...changes,
});

const add = (actor: Actor, changes: Record<string, unknown>) =>
  mutate(
    actor,
    { permission: 'record:write', schema: systemInput, input: valuesOf(changes) },
    insertSystem,
  );

test('a group has a name of its own, and nobody puts themselves into one', async () => {
  expect(await createGroup({ name: 'Lantern', purpose: '', members: [] })).toMatchObject({
    kind: 'conflict',
    fields: { name: expect.any(String) },
  });
  const input = { id: groupId, name: 'Lantern', purpose: 'Lights', members: [member.id, admin.id] };
  await mutate(admin, { permission: 'user:manage', schema: groupChange, input }, updateGroup);
  expect(await findGroup(admin, groupId)).toEqual({
    id: groupId,
    name: 'Lantern',
    purpose: 'Lights',
    members: [{ id: member.id, name: 'Mia' }],
  });
  expect(await findGroup(other, groupId)).toBeNull();
});

test('a system of a group is there for its members only, also for who keeps the group', async () => {
  expect(await groupChoices(member)).toEqual([{ id: groupId, name: 'Lantern' }]);
  const outcome = await add(member, { name: 'Quiet room', groupIds: [groupId] });
  if (!outcome.ok) throw new Error(outcome.message);
  const { id } = outcome.value;
  expect(await readSystem(member, id)).toMatchObject({ groups: [{ name: 'Lantern' }] });
  for (const actor of [other, admin]) expect(await readSystem(actor, id)).toBeNull();
  // Its name is free to whoever does not see it, and taken for who does.
  expect(await add(member, { name: 'Quiet room', groupIds: [groupId] })).toMatchObject({
    kind: 'conflict',
  });
  expect(await add(other, { name: 'Quiet room' })).toMatchObject({ ok: true });
});

test('nobody gives a system to a group so that they no longer see it, nor to one unknown', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  const refusal = await add(other, { groupIds: [unknown] });
  expect(refusal).toMatchObject({ kind: 'forbidden', fields: { groupIds: expect.any(String) } });
  expect(await add(other, { groupIds: [groupId] })).toEqual(refusal);
});

test('a marking becomes a caveat by the settings, and is taken back by who holds it', async () => {
  const added = await add(other, { name: 'Chapel', markings: ['LOCSEN'] });
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  const save = (actor: Actor, caveats: string[]) =>
    mutate(
      actor,
      {
        permission: 'setting:manage',
        schema: settingsInput,
        input: { marking: 'OFFICIAL', organisation: '', caveats },
      },
      updateSettings,
    );
  expect(await save(admin, ['SENSITIVE'])).toMatchObject({
    fields: { caveats: expect.any(String) },
  });
  expect(await readSystem(other, id)).not.toBeNull();
  expect(await save(admin, ['UK EYES ONLY', 'LOCSEN'])).toMatchObject({ ok: true });
  expect(await save(admin, ['UK EYES ONLY'])).toMatchObject({ kind: 'forbidden' });
  expect(await readSystem(other, id)).toBeNull();
  await register.owner.query(`update "user" set caveats = array['LOCSEN'] where id = $1`, [
    other.id,
  ]);
  const holder = (await actorOfJob(other.id)) as Actor;
  expect(await readSystem(holder, id)).toMatchObject({ markings: ['LOCSEN'] });
  expect(holder.seesEverything).toBe(false);
  const change = { permission: 'record:write', schema: systemChange } as const;
  const input = { ...valuesOf({ name: 'Chapel', markings: ['UK EYES ONLY'] }), id };
  expect(await mutate(holder, { ...change, input }, updateSystem)).toMatchObject({
    kind: 'forbidden',
    fields: { markings: expect.stringContaining('UK EYES ONLY') },
  });
});
