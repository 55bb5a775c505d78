import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { currentActor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { cookieOf, signInAs } from '@/app/sign-in/sign-in.fixture';
import { saveSignInSettings } from './actions';

let cookie = '';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }));

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.person('Ada', ['administrator']);
});
beforeEach(async () => {
  await register.owner.query(`delete from session; update setting set second_factor_roles = '{}'`);
  cookie = cookieOf(await signInAs('ada@example.test', 'a password for tests'));
});
afterAll(() => register.close());

/** Lets the session be as if it had begun, and been used last, so long ago. */
const age = (begun: string, used: string) =>
  register.owner.query(
    'update session set created_at = now() - $1::interval, updated_at = now() - $2::interval',
    [begun, used],
  );

const settings = { secondFactorRoles: [], sessionIdleMinutes: 30, sessionHours: 12 };

test('a session ends when it was not used for half an hour', async () => {
  await age('2 hours', '29 minutes');
  expect(await currentActor()).not.toBeNull();
  await age('2 hours', '31 minutes');
  expect(await currentActor()).toBeNull();
});

test('use keeps it open, and not beyond twelve hours', async () => {
  await age('11 hours 50 minutes', '29 minutes');
  expect(await currentActor()).not.toBeNull();
  const { rows } = await register.owner.query(
    `select updated_at > now() - interval '10 seconds' as used, expires_at < now() + interval '11 minutes' as ends from session`,
  );
  expect(rows[0]).toEqual({ used: true, ends: true });
  await age('12 hours 1 minute', '1 second');
  expect(await currentActor()).toBeNull();
});

test('new limits hold for the sessions that there are, and stand in the history', async () => {
  await age('2 hours', '20 minutes');
  expect(await currentActor()).not.toBeNull();
  await age('2 hours', '20 minutes');
  cookie = cookieOf(await signInAs('ada@example.test', 'a password for tests'));
  expect(await saveSignInSettings({ ...settings, sessionIdleMinutes: 10 })).toMatchObject({
    ok: true,
  });
  const { rows } = await register.owner.query(
    'select count(*) filter (where expires_at < now())::int as ended, count(*)::int as all from session',
  );
  expect(rows[0]).toEqual({ ended: 1, all: 2 });
  const { rows: told } = await register.owner.query(
    `select before -> 'session_idle_minutes' as before, after -> 'session_idle_minutes' as after
     from history_event where entity = 'setting' order by seq desc limit 1`,
  );
  expect(told[0]).toEqual({ before: 30, after: 10 });
  expect(await saveSignInSettings(settings)).toMatchObject({ ok: true });
});

test.each([
  [{ sessionIdleMinutes: 4 }, 'sessionIdleMinutes'],
  [{ sessionIdleMinutes: 30.5 }, 'sessionIdleMinutes'],
  [{ sessionHours: 25 }, 'sessionHours'],
  [{ sessionHours: '' }, 'sessionHours'],
])('refuses %j at its field', async (wrong, field) => {
  expect(await saveSignInSettings({ ...settings, ...wrong })).toMatchObject({
    fields: { [field]: expect.any(String) },
  });
});
