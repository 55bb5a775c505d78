import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordInput } from '@/app/_lib/fields';
import { parseTableQuery } from '@/app/_lib/table-query';
import { type Actor, actorOfJob } from '@/app/_server/actor';
import { mutate } from '@/app/_server/mutate';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { signInAs } from '@/app/sign-in/sign-in.fixture';
import { findUser, insertUser, setDisabled, updateUser, usersPage } from './data';
import { type UserValues, userChange, userInput } from './schema';
import { usersTable } from './table';

const permission = 'user:manage';
let register: TestRegister;
let ada: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  ada = await register.person('Ada', ['administrator'], { rank: 0 });
});
afterAll(() => register.close());

const values = (name: string, changed: Partial<UserValues> = {}): UserValues => ({
  name,
  email: `${name.toLowerCase()}@example.test`,
  roles: ['auditor'],
  clearance: 'CTC',
  clearanceExpiresOn: '2030-06-30',
  caveats: [],
  allOrganisations: true,
  organisations: [],
  ...changed,
});

const create = (actor: Actor, input: unknown) =>
  mutate(actor, { permission, schema: userInput, input }, insertUser);
const change = (actor: Actor, input: unknown) =>
  mutate(actor, { permission, schema: userChange, input }, updateUser);

async function created(name: string, changed: Partial<UserValues> = {}): Promise<string> {
  const outcome = await create(ada, values(name, changed));
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.id;
}

async function organisation(name: string): Promise<string> {
  const { rows } = await register.owner.query(
    'insert into organisation (name) values ($1) returning id',
    [name],
  );
  return rows[0].id;
}

test('a new user has what was chosen, and no password until the link is used', async () => {
  const outcome = await create(ada, values('Bea', { email: ' BEA@example.test ' }));
  expect(outcome).toMatchObject({
    ok: true,
    value: { invitation: { link: expect.stringContaining('/sign-in/invitation?token=') } },
  });
  if (!outcome.ok) return;
  expect(await findUser(ada, outcome.value.id)).toMatchObject({
    email: 'bea@example.test',
    roles: ['auditor'],
    clearance: 'CTC',
    clearanceExpiresOn: new Date('2030-06-30'),
    allOrganisations: true,
    canSignIn: false,
  });
});

test('an address is used once, in whichever case', async () => {
  await created('Cyril');
  expect(await create(ada, values('Other', { email: 'CYRIL@example.test' }))).toMatchObject({
    kind: 'conflict',
    fields: { email: expect.any(String) },
  });
});

test('roles, clearance and organisations can be changed for others', async () => {
  const harbour = await organisation('Harbour Office');
  const id = await created('Dora');
  const changed = values('Dora', {
    roles: ['approver', 'risk_officer'],
    clearance: 'none',
    allOrganisations: false,
    organisations: [harbour],
  });
  expect(await change(ada, { ...changed, id })).toMatchObject({ ok: true });
  expect(await findUser(ada, id)).toMatchObject({
    roles: ['risk_officer', 'approver'],
    clearance: 'none',
    clearanceExpiresOn: null,
    organisations: [{ id: harbour, name: 'Harbour Office' }],
  });
});

test('nobody changes their own rights, not even through the form', async () => {
  const own = values('Ada', { roles: ['administrator', 'approver'], clearance: 'DV' });
  expect(await change(ada, { ...own, id: ada.id })).toMatchObject({ ok: false });
  expect(await findUser(ada, ada.id)).toMatchObject({
    roles: ['administrator'],
    clearance: 'none',
  });
});

test('an administrator of some organisations leaves the others as they are', async () => {
  const [seen, hidden] = [await organisation('Seen'), await organisation('Hidden')];
  const id = await created('Edgar', { allOrganisations: false, organisations: [seen, hidden] });
  const limitedId = await created('Lina', {
    roles: ['administrator'],
    allOrganisations: false,
    organisations: [seen],
  });
  const lina = (await actorOfJob(limitedId)) as Actor;
  const edgar = values('Edgar', { allOrganisations: false, organisations: [] });
  expect(await change(lina, { ...edgar, id })).toMatchObject({ ok: true });
  const left = await findUser(ada, id);
  expect(left?.organisations).toEqual([{ id: hidden, name: 'Hidden' }]);
  expect(await change(lina, { ...edgar, id, organisations: [hidden] })).toMatchObject({
    kind: 'not_found',
  });
});

test('a disabled user is signed out at once', async () => {
  const fay = await register.person('Fay', ['auditor']);
  await signInAs(fay.email, 'a password for tests');
  await mutate(ada, { permission, schema: recordInput, input: { id: fay.id } }, (transaction) =>
    setDisabled(transaction, fay.id, true),
  );
  expect(await findUser(ada, fay.id)).toMatchObject({ disabled: true, sessions: 0 });
  expect(await actorOfJob(fay.id)).toBeNull();
});

test('the list can be asked who has no password yet', async () => {
  await created('Gil');
  const parsed = parseTableQuery(usersTable, new URLSearchParams('status=invited&q=GIL'));
  if (!parsed.ok) throw new Error('The query is wrong.');
  const page = await usersPage(ada, parsed.query);
  expect(page.total).toBe(1);
  expect(page.rows).toMatchObject([
    { name: 'Gil', status: 'invited', clearance: 'CTC', organisations: 'all' },
  ]);
});

test.each([
  ['an unknown role', { roles: ['owner'] }],
  ['an unknown clearance', { clearance: 'COSMIC' }],
  ['a day that does not exist', { clearanceExpiresOn: '2026-02-30' }],
  ['an organisation that does not exist', { organisations: ['nonsense'] }],
  ['no name', { name: '\u200b' }],
])('%s is refused at its field', async (_, changed) => {
  const [field] = Object.keys(changed);
  const outcome = await create(ada, { ...values('Hal'), ...changed });
  expect(outcome).toMatchObject({ kind: 'invalid' });
  expect(Object.keys((outcome as { fields: object }).fields)[0]).toContain(field);
});
