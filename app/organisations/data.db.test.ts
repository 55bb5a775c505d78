import { afterAll, beforeAll, expect, it } from 'vitest';
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
  insertOrganisation,
  organisationsPage,
  readOrganisation,
  removeOrganisation,
  updateOrganisation,
} from './data';
import { organisationChange, organisationInput } from './schema';
import { organisationsTable } from './table';

let register: TestRegister;
let small: SmallRegister;
let steward: Actor;
let bound: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  small = await insertSmallRegister(register.owner);
  steward = await register.person('Steward', ['data_steward']);
  bound = await register.person('Bound', ['data_steward']);
  await register.owner.query(`update "user" set all_organisations = false where id = $1`, [
    bound.id,
  ]);
});

afterAll(() => register.close());

const permission = 'record:write';

const add = (actor: Actor, name: string) =>
  mutate(
    actor,
    { permission, schema: organisationInput, input: { name, kind: 'agency' } },
    insertOrganisation,
  );

const rename = (actor: Actor, id: string, name: string) =>
  mutate(
    actor,
    { permission, schema: organisationChange, input: { id, name, kind: 'bank' } },
    updateOrganisation,
  );

const remove = (id: string) =>
  mutate(steward, { permission, schema: recordInput, input: { id } }, (transaction) =>
    removeOrganisation(transaction, id),
  );

it('adds, changes and deletes an organisation', async () => {
  const added = await add(steward, 'Ministry of Tides');
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  expect(await rename(steward, id, 'Tidal Bank')).toMatchObject({ ok: true });
  expect(await readOrganisation(steward, id)).toMatchObject({ name: 'Tidal Bank', kind: 'bank' });
  expect(await remove(id)).toMatchObject({ ok: true });
  expect(await readOrganisation(steward, id)).toBeNull();
});

it('does not delete an organisation with systems', async () => {
  expect(await remove(small.organisation)).toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/3 systems/),
  });
});

it('hides an organisation from who may not see it, and lets them neither add nor rename any', async () => {
  expect((await organisationsPage(bound, defaultQuery(organisationsTable))).total).toBe(0);
  expect(await readOrganisation(bound, small.organisation)).toBeNull();
  expect(await rename(bound, small.organisation, 'Mine')).toMatchObject({ kind: 'not_found' });
  expect(await add(bound, 'Shadow Office')).toMatchObject({ kind: 'forbidden' });
});
