import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { currentActor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { cookieOf, signInAs } from '@/app/sign-in/sign-in.fixture';
import { changePassword, revokeOtherSessions, revokeSession } from './actions';
import { ownSessions } from './data';

let cookie = '';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }));

const email = 'olive@example.test';
const password = 'a password for tests';
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
});
beforeEach(async () => {
  await register.owner.query('delete from rate_limit; delete from "user"');
  await register.person('Olive', ['risk_officer']);
  cookie = cookieOf(await signInAs(email, password));
});
afterAll(() => register.close());

async function sessions() {
  const actor = await currentActor();
  if (!actor) throw new Error('Nobody is signed in.');
  return ownSessions(actor);
}

test('lists where one is signed in, and which session this is', async () => {
  await signInAs(email, password, { 'user-agent': 'curl/8', 'x-forwarded-for': '192.0.2.99' });
  const [other, own] = await sessions();
  expect(own).toMatchObject({ isThis: true, address: '192.0.2.7' });
  expect(other).toMatchObject({ isThis: false, address: '192.0.2.99', userAgent: 'curl/8' });
});

test('ends one session, or all but this', async () => {
  for (let times = 0; times < 3; times++) await signInAs(email, password);
  const [last] = await sessions();
  expect(await revokeSession({ id: last?.id })).toMatchObject({ ok: true });
  const left = await sessions();
  expect(left).toHaveLength(3);
  const own = left.find(({ isThis }) => isThis);
  expect(await revokeOtherSessions({ id: own?.id })).toMatchObject({ ok: true });
  expect(await sessions()).toEqual([own]);
});

test("somebody else's session is as if it were not there", async () => {
  await register.person('Oscar', ['risk_officer']);
  await signInAs('oscar@example.test', password);
  const { rows } = await register.owner.query(
    `select session.id from session join "user" on "user".id = user_id where name = 'Oscar'`,
  );
  expect(await revokeSession({ id: rows[0].id })).toMatchObject({ kind: 'not_found' });
});

test('a new password ends every other session and works from then on', async () => {
  await signInAs(email, password);
  const changed = await changePassword({ current: password, password: 'quite another one' });
  expect(changed).toMatchObject({ ok: true });
  expect(await sessions()).toMatchObject([{ isThis: true }]);
  expect((await signInAs(email, password)).status).toBe(401);
  expect((await signInAs(email, 'quite another one')).status).toBe(204);
});

test('a password is changed by who knows the present one', async () => {
  const guess = { current: 'a mere guess', password: 'quite another one' };
  expect(await changePassword(guess)).toMatchObject({ fields: { current: expect.any(String) } });
  for (let times = 0; times < 9; times++) await changePassword(guess);
  const right = { current: password, password: 'quite another one' };
  expect(await changePassword(right)).toMatchObject({ kind: 'forbidden' });
});

test('a weak new password is refused at its field', async () => {
  const weak = { current: password, password: 'olive-olive-olive' };
  expect(await changePassword(weak)).toMatchObject({ fields: { password: expect.any(String) } });
  expect((await signInAs(email, password)).status).toBe(204);
});
