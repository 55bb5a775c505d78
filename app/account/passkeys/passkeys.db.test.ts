import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '@/app/_domain/permission';
import { currentActor, halfSignedIn } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { requestPasskey } from '@/app/sign-in/actions';
import { proveWithPasskey } from '@/app/sign-in/second-factor/actions';
import { cookieOf, postToAuthentication, signInAs } from '@/app/sign-in/sign-in.fixture';
import { addPasskey, changePasskeyName, preparePasskey, removePasskey } from './actions';
import { ownPasskeys } from './data';
import { type Circumstances, newDevice } from './device.fixture';

let cookie = '';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }));

const password = 'a password for tests';
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  // A passkey belongs to a name, never to a number.
  process.env.BASE_URL = 'http://localhost:3000';
});
beforeEach(async () => {
  cookie = '';
  await register.owner.query(
    `update setting set second_factor_roles = '{}'; delete from rate_limit; delete from "user"`,
  );
});
afterAll(() => register.close());

type Device = ReturnType<typeof newDevice>;

async function signIn(name: string): Promise<void> {
  cookie = cookieOf(await signInAs(`${name.toLowerCase()}@example.test`, password));
}

async function withPasskey(name: string, roles: readonly Role[] = ['risk_officer']) {
  const person = await register.person(name, roles);
  await signIn(name);
  const device = newDevice();
  const added = await add(device);
  if (!added.ok) throw new Error(added.message);
  return { person, device };
}

async function add(device: Device, circumstances?: Circumstances) {
  const prepared = await preparePasskey({ current: password });
  if (!prepared.ok) throw new Error(prepared.message);
  return addPasskey({ name: 'Laptop', answer: device.create(prepared.value, circumstances) });
}

async function request() {
  const outcome = await requestPasskey({});
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function handIn(answer: unknown): Promise<Response> {
  return postToAuthentication(
    'sign-in/passkey',
    { answer },
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
  );
}

async function signInBy(device: Device, circumstances?: Circumstances): Promise<Response> {
  const answer = await handIn(device.use(await request(), circumstances));
  cookie = cookieOf(answer);
  return answer;
}

test('signs in alone, and stands for both factors', async () => {
  const { person, device } = await withPasskey('Paula', ['approver']);
  await register.owner.query(`update setting set second_factor_roles = '{approver}'`);
  expect((await signInBy(device)).status).toBe(204);
  expect(await currentActor()).toMatchObject({ id: person.id });
  const { rows } = await register.owner.query(
    `select action, actor_id, after ->> 'second_factor' as by from history_event order by seq desc limit 1`,
  );
  expect(rows[0]).toEqual({ action: 'sign_in', actor_id: person.id, by: 'passkey' });
});

test('is asked for after a password, and proves only its own account', async () => {
  const { device: hers } = await withPasskey('Olive');
  const { device: his } = await withPasskey('Oscar');
  await signIn('Olive');
  expect(await halfSignedIn()).toMatchObject({ step: 'prove' });
  expect(await proveWithPasskey({ answer: his.use(await request()) })).toMatchObject({ ok: false });
  expect(await currentActor()).toBeNull();
  expect(await proveWithPasskey({ answer: hers.use(await request()) })).toMatchObject({ ok: true });
  expect(await currentActor()).toMatchObject({ name: 'Olive' });
});

test.each<[string, Circumstances]>([
  ['on another site', { origin: 'http://elsewhere.test' }],
  ['without making sure who holds it', { isVerified: false }],
  ['with a counter that runs backwards, as a copy has it', { counter: 1 }],
])('is refused %s', async (_, circumstances) => {
  const { device } = await withPasskey('Olive');
  expect((await signInBy(device)).status).toBe(204);
  expect((await signInBy(device, circumstances)).status).toBe(401);
  expect(await currentActor()).toBeNull();
});

test('each answer is good once, and only to a challenge of ours', async () => {
  const { device } = await withPasskey('Olive');
  const asked = await request();
  const first = device.use(asked);
  expect((await handIn(first)).status).toBe(204);
  expect((await handIn(first)).status).toBe(401);
  expect((await handIn(device.use(asked))).status).toBe(401);
  expect((await handIn(device.use({ ...asked, challenge: 'AAAA' }))).status).toBe(401);
  const late = await request();
  await register.owner.query(`update verification set expires_at = now() - interval '1 second'`);
  expect((await handIn(device.use(late))).status).toBe(401);
});

test.each([{}, { id: 5 }, { id: 'x' }, null, { id: 'x', response: 'y' }])(
  'nonsense (%j) is refused as such',
  async (answer) => {
    expect([400, 401]).toContain((await handIn(answer)).status);
  },
);

test('one that was never added, or was removed, opens nothing; nor for a disabled user', async () => {
  const { device } = await withPasskey('Olive');
  expect((await signInBy(newDevice())).status).toBe(401);
  await register.owner.query('update "user" set disabled = true');
  expect((await signInBy(device)).status).toBe(401);
});

test('is made by who knows the password, for who asked, and with the device sure of its holder', async () => {
  await register.person('Olive', ['risk_officer']);
  await register.person('Oscar', ['risk_officer']);
  await signIn('Olive');
  expect(await preparePasskey({ current: 'a guess' })).toMatchObject({ ok: false });
  expect(await add(newDevice(), { isVerified: false })).toMatchObject({ ok: false });
  const prepared = await preparePasskey({ current: password });
  if (!prepared.ok) throw new Error(prepared.message);
  await signIn('Oscar');
  const answer = newDevice().create(prepared.value);
  expect(await addPasskey({ name: 'Taken over', answer })).toMatchObject({ ok: false });
});

test('adding one keeps this session and ends the others', async () => {
  await register.person('Olive', ['risk_officer']);
  await signIn('Olive');
  const other = cookie;
  await signIn('Olive');
  expect(await add(newDevice())).toMatchObject({ ok: true });
  expect(await currentActor()).not.toBeNull();
  cookie = other;
  expect(await halfSignedIn()).toBeNull();
});

test('is renamed and removed, by its owner alone, and the history tells', async () => {
  const { person, device } = await withPasskey('Olive');
  const [passkey] = await ownPasskeys(person);
  const id = passkey?.id;
  expect(await changePasskeyName({ id, name: 'Old laptop' })).toMatchObject({ ok: true });
  const oscar = await register.person('Oscar', ['administrator']);
  expect(await ownPasskeys(oscar)).toEqual([]);
  expect(await readAs(oscar, (transaction) => transaction.passkey.findMany())).toEqual([]);
  expect(await removePasskey({ id, current: 'a guess' })).toMatchObject({ ok: false });
  expect(await removePasskey({ id, current: password })).toMatchObject({ ok: true });
  expect((await signInBy(device)).status).toBe(401);
  const { rows } = await register.owner.query(
    `select action, coalesce(after, before) ->> 'name' as name from history_event where entity = 'passkey' order by seq desc limit 3`,
  );
  expect(rows).toEqual([
    { action: 'delete', name: 'Old laptop' },
    { action: 'update', name: 'Old laptop' },
    { action: 'insert', name: 'Laptop' },
  ]);
});

test('the last one stays where a role needs a second factor', async () => {
  const { person } = await withPasskey('Paula', ['approver']);
  await register.owner.query(`update setting set second_factor_roles = '{approver}'`);
  const [passkey] = await ownPasskeys(person);
  expect(await removePasskey({ id: passkey?.id, current: password })).toMatchObject({
    kind: 'forbidden',
  });
  expect(await ownPasskeys(person)).toHaveLength(1);
});
