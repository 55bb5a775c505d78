import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { authentication } from '@/app/_server/authentication';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { cookieOf, postToAuthentication, signInAs } from './sign-in.fixture';

const password = 'a password for tests';
let register: TestRegister;
let olive: Actor;
let oscar: Actor;

beforeAll(async () => {
  register = await openTestRegister();
  olive = await register.person('Olive', ['risk_officer']);
  oscar = await register.person('Oscar', ['risk_officer']);
});
beforeEach(() => register.owner.query('delete from rate_limit'));
afterAll(() => register.close());

async function lastAct() {
  const { rows } = await register.owner.query(
    'select action, actor_id, entity_id, after from history_event order by seq desc limit 1',
  );
  return rows[0];
}

function sessionOf(cookie: string) {
  return authentication().api.getSession({ headers: new Headers({ cookie }) });
}

test('the right password opens a session in a cookie that scripts cannot read', async () => {
  const answer = await signInAs(' OLIVE@example.test'.trim(), password);
  expect(answer.status).toBe(204);
  expect(await answer.text()).toBe('');
  expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
  expect((await sessionOf(cookieOf(answer)))?.user.id).toBe(olive.id);
  expect(await lastAct()).toEqual({
    action: 'sign_in',
    actor_id: olive.id,
    entity_id: olive.id,
    after: { address: '192.0.2.7' },
  });
});

test('a cookie with another signature is no session', async () => {
  const cookie = cookieOf(await signInAs(olive.email, password));
  expect(await sessionOf(`${cookie.slice(0, -12)}AAAAAAAAA%3D`)).toBeNull();
});

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await signInAs(olive.email, 'not the password');
  expect(await lastAct()).toMatchObject({ action: 'sign_in_failed', entity_id: olive.id });
  const unknown = await signInAs('stranger@example.test', 'not the password');
  expect(await lastAct()).toMatchObject({ action: 'sign_in_failed', entity_id: '' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await unknown.text()).toBe(await wrong.text());
});

test('what was entered in vain is not kept anywhere in clear', async () => {
  await signInAs('typed-a-secret-here@example.test', 'not the password');
  const { rows } = await register.owner.query(
    `select (select string_agg(history_event::text, '') from history_event)
       || (select string_agg(rate_limit::text, '') from rate_limit) as kept`,
  );
  expect(rows[0].kept).not.toContain('typed-a-secret-here');
});

test('a disabled user is answered like a wrong password and gets no session', async () => {
  const dora = await register.person('Dora', ['auditor']);
  await register.owner.query('update "user" set disabled = true where id = $1', [dora.id]);
  const answer = await signInAs(dora.email, password);
  const wrong = await signInAs(dora.email, 'not the password');
  expect(answer.status).toBe(401);
  expect(await answer.text()).toBe(await wrong.text());
  const { rowCount } = await register.owner.query('select from session where user_id = $1', [
    dora.id,
  ]);
  expect(rowCount).toBe(0);
});

describe('after ten failures', () => {
  const failTenTimes = async (email: string) => {
    for (let times = 0; times < 10; times++) await signInAs(email, 'not the password');
  };

  test('even the right password has to wait, and others do not', async () => {
    await failTenTimes(olive.email);
    expect((await signInAs(olive.email, password)).status).toBe(429);
    expect((await signInAs(oscar.email, password)).status).toBe(204);
    await register.owner.query('update rate_limit set last_request = last_request - 901000');
    expect((await signInAs(olive.email, password)).status).toBe(204);
  });

  test('an unknown address has to wait as well', async () => {
    await failTenTimes('stranger@example.test');
    expect((await signInAs('stranger@example.test', password)).status).toBe(429);
  });
});

test('a success clears the failures before it', async () => {
  for (let round = 0; round < 3; round++) {
    for (let times = 0; times < 5; times++) await signInAs(olive.email, 'not the password');
    expect((await signInAs(olive.email, password)).status).toBe(204);
  }
});

test('guesses sent at once are counted like guesses one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => signInAs(olive.email, 'not the password')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test('one address cannot try one password on everybody', async () => {
  await register.owner.query(
    `insert into rate_limit (key, count, last_request)
     values ('address|192.0.2.7', 100, extract(epoch from now()) * 1000)`,
  );
  expect((await signInAs(olive.email, password)).status).toBe(429);
  const elsewhere = { 'x-forwarded-for': '192.0.2.8' };
  expect((await signInAs(olive.email, password, elsewhere)).status).toBe(204);
});

test('signing out ends the session', async () => {
  const cookie = cookieOf(await signInAs(olive.email, password));
  expect((await postToAuthentication('sign-out', {}, { cookie })).status).toBe(204);
  expect(await sessionOf(cookie)).toBeNull();
  expect(await lastAct()).toMatchObject({ action: 'sign_out', actor_id: olive.id });
});

test('a post from another site is refused', async () => {
  const foreign = { origin: 'http://elsewhere.test' };
  const fetched = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect((await signInAs(olive.email, password, { ...foreign, ...fetched })).status).toBe(403);
  const cookie = cookieOf(await signInAs(olive.email, password));
  const signOut = await postToAuthentication('sign-out', {}, { ...foreign, cookie });
  expect(signOut.status).toBe(403);
  expect(await sessionOf(cookie)).not.toBeNull();
});

test.each(['sign-up/email', 'update-user', 'change-email', 'change-password', 'delete-user', ''])(
  'nothing answers at %j',
  async (path) => {
    const cookie = cookieOf(await signInAs(olive.email, password));
    expect((await postToAuthentication(path, { name: 'Other' }, { cookie })).status).toBe(404);
  },
);

test.each([
  [{}, 400],
  [{ email: 5, password: [] }, 400],
  [{ email: 'no address', password }, 400],
  [{ email: 'olive@example.test', password: 'x'.repeat(200) }, 400],
  [{ email: `${'x'.repeat(5000)}@example.test`, password }, 413],
])('a malformed sign-in is refused as such', async (body, status) => {
  expect((await postToAuthentication('sign-in/email', body)).status).toBe(status);
});
