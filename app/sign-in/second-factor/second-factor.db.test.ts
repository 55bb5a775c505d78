import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { oneTimeCode, stepAt } from '@/app/_domain/one-time-code';
import type { Role } from '@/app/_domain/permission';
import { type Actor, currentActor, halfSignedIn } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { makeRecoveryCodes, removeAuthenticator, setUpAuthenticator } from '@/app/account/actions';
import { removeSecondFactors } from '@/app/users/actions';
import { cookieOf, signInAs } from '../sign-in.fixture';
import { enrol, prove } from './actions';
import { drawAuthenticator, readSecondFactors } from './data';
import { openSecret } from './sealed-secret';

let cookie = '';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }));

const password = 'a password for tests';
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
});
beforeEach(async () => {
  // The middle of a period, so that none ends meanwhile.
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
  cookie = '';
  await register.owner.query('delete from rate_limit; delete from "user"');
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => register.close());

async function signIn(name: string): Promise<void> {
  cookie = cookieOf(await signInAs(`${name.toLowerCase()}@example.test`, password));
}

/** The person, who may have to enrol and has done so; and the codes of the app, by how many periods ahead. */
async function enrolled(name: string, roles: readonly Role[]) {
  const person = await register.person(name, roles);
  await signIn(name);
  return enrolAnew(person);
}

async function enrolAnew(person: Actor) {
  const { sealed } = await drawAuthenticator(person);
  const secret = (await openSecret(person.id, sealed)) as Uint8Array;
  const code = (ahead = 0) => oneTimeCode(secret, stepAt(new Date()) + ahead);
  const first = { sealed, code: code(-1) };
  const outcome = (await halfSignedIn())
    ? await enrol(first)
    : await setUpAuthenticator({ ...first, current: password });
  if (!outcome.ok) throw new Error(outcome.message);
  return { person, code, recoveryCodes: outcome.value.recoveryCodes };
}

async function acts(): Promise<string[]> {
  const { rows } = await register.owner.query<{ told: string }>(
    `select action || ' ' || entity as told from history_event
     where entity in ('authenticator', 'user') and action not in ('insert') and at > (select max(at) from history_event where entity = 'user' and action = 'insert')
     order by seq`,
  );
  return rows.map(({ told }) => told);
}

describe('who must have a second factor', () => {
  test('enrols one at sign-in, and can do nothing else till then', async () => {
    const ada = await register.person('Ada', ['administrator']);
    await signIn('Ada');
    expect(await currentActor()).toBeNull();
    expect(await halfSignedIn()).toMatchObject({ id: ada.id, step: 'enrol' });
    expect(await removeSecondFactors({ id: ada.id })).toMatchObject({ kind: 'forbidden' });
    expect(await prove({ code: '123456' })).toMatchObject({ kind: 'forbidden' });
    const { sealed } = await drawAuthenticator(ada);
    expect(await enrol({ sealed, code: '000000' })).toMatchObject({
      fields: { code: expect.any(String) },
    });
    expect(await currentActor()).toBeNull();
    const secret = (await openSecret(ada.id, sealed)) as Uint8Array;
    const code = oneTimeCode(secret, stepAt(new Date()));
    expect(await enrol({ sealed, code })).toMatchObject({ ok: true });
    expect(await currentActor()).toMatchObject({ id: ada.id, roles: ['administrator'] });
    expect(await acts()).toEqual([
      'sign_in_begun user',
      'second_factor_failed user',
      'sign_in user',
    ]);
  });

  test('is led there too when the roles begin to need one, in an open session', async () => {
    await register.person('Olive', ['risk_officer']);
    await signIn('Olive');
    expect(await currentActor()).not.toBeNull();
    await register.owner.query(`update setting set second_factor_roles = '{risk_officer}'`);
    expect(await halfSignedIn()).toMatchObject({ step: 'enrol' });
    expect(await currentActor()).toBeNull();
    await register.owner.query(`update setting set second_factor_roles = default`);
  });

  test('cannot remove it', async () => {
    await enrolled('Paula', ['approver']);
    expect(await removeAuthenticator({ current: password })).toMatchObject({ kind: 'forbidden' });
  });
});

describe('who has an authenticator app', () => {
  test('signs in with a code, which is good once', async () => {
    const { person, code } = await enrolled('Olive', ['risk_officer']);
    expect(await currentActor()).not.toBeNull();
    await signIn('Olive');
    expect(await currentActor()).toBeNull();
    expect(await enrol({ sealed: 'x', code: '123456' })).toMatchObject({ kind: 'forbidden' });
    const outcomes = await Promise.all([1, 2, 3].map(() => prove({ code: code() })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await currentActor()).toMatchObject({ id: person.id });
    await signIn('Olive');
    expect(await prove({ code: code() })).toMatchObject({ ok: false });
    expect(await prove({ code: ` ${code(1).slice(0, 3)} ${code(1).slice(3)}` })).toMatchObject({
      ok: true,
    });
  });

  test('has to wait after ten wrong codes, however often the password was right', async () => {
    const { code } = await enrolled('Olive', ['risk_officer']);
    for (let times = 0; times < 10; times++) {
      if (times % 5 === 0) await signIn('Olive');
      expect(await prove({ code: '000000' })).toMatchObject({ kind: 'invalid' });
    }
    expect(await prove({ code: code() })).toMatchObject({ kind: 'forbidden' });
    expect(await currentActor()).toBeNull();
  });

  test('signs in without it by a recovery code, once each, and the history tells how many are left', async () => {
    const { recoveryCodes } = await enrolled('Olive', ['risk_officer']);
    const [first = '', second = ''] = recoveryCodes;
    await signIn('Olive');
    expect(await prove({ code: first.toUpperCase() })).toMatchObject({ ok: true });
    await signIn('Olive');
    expect(await prove({ code: first })).toMatchObject({ ok: false });
    expect(await prove({ code: second.replaceAll('-', ' ') })).toMatchObject({ ok: true });
    const { rows } = await register.owner.query(
      `select before, after, actor_name from history_event where entity = 'authenticator' order by seq desc limit 1`,
    );
    expect(rows[0]).toMatchObject({
      before: { recovery_codes_left: 9 },
      after: { recovery_codes_left: 8 },
      actor_name: 'Olive',
    });
  });

  test('replaces the recovery codes by the password', async () => {
    const { recoveryCodes } = await enrolled('Olive', ['risk_officer']);
    expect(await makeRecoveryCodes({ current: 'a guess' })).toMatchObject({
      fields: { current: expect.any(String) },
    });
    const made = await makeRecoveryCodes({ current: password });
    await signIn('Olive');
    expect(await prove({ code: recoveryCodes[0] })).toMatchObject({ ok: false });
    expect(made.ok && (await prove({ code: made.value.recoveryCodes[0] }))).toMatchObject({
      ok: true,
    });
  });

  test('may remove it by the password where no role needs it', async () => {
    const { person } = await enrolled('Olive', ['risk_officer']);
    expect(await removeAuthenticator({ current: 'a guess' })).toMatchObject({ ok: false });
    expect(await removeAuthenticator({ current: password })).toMatchObject({ ok: true });
    expect(await readSecondFactors(person)).toEqual({ authenticator: null, isRequired: false });
    await signIn('Olive');
    expect(await currentActor()).not.toBeNull();
  });

  test('ends every other session by enrolling', async () => {
    const { person, code } = await enrolled('Olive', ['risk_officer']);
    const first = cookie;
    await signIn('Olive');
    await prove({ code: code() });
    await enrolAnew(person);
    cookie = first;
    expect(await currentActor()).toBeNull();
    expect(await halfSignedIn()).toBeNull();
  });
});

test('an administrator helps who has lost theirs, and nobody else does', async () => {
  const { person } = await enrolled('Paula', ['approver']);
  expect(await removeSecondFactors({ id: person.id })).toMatchObject({ kind: 'forbidden' });
  const { person: ada } = await enrolled('Ada', ['administrator']);
  expect(await removeSecondFactors({ id: ada.id })).toMatchObject({ ok: false });
  expect(await removeSecondFactors({ id: person.id })).toMatchObject({ ok: true });
  expect(await acts()).toContain('second_factor_remove user');
  await signIn('Paula');
  expect(await halfSignedIn()).toMatchObject({ step: 'enrol' });
});

test("nobody reads or uses somebody else's", async () => {
  const { person: paula } = await enrolled('Paula', ['approver']);
  const olive = await register.person('Olive', ['risk_officer']);
  await signIn('Olive');
  const { sealed } = await drawAuthenticator(paula);
  const secret = (await openSecret(paula.id, sealed)) as Uint8Array;
  const code = oneTimeCode(secret, stepAt(new Date()));
  expect(await openSecret(olive.id, sealed)).toBeUndefined();
  expect(await setUpAuthenticator({ sealed, code, current: password })).toMatchObject({
    ok: false,
  });
  const rows = await readAs(olive, (transaction) => transaction.authenticator.findMany());
  expect(rows).toEqual([]);
});

test('no secret enters the history, nor stands anywhere in clear', async () => {
  const { person, recoveryCodes } = await enrolled('Olive', ['risk_officer']);
  const { rows } = await register.owner.query(
    `select (select string_agg(e::text, ' ') from history_event e) as told, a::text as kept,
       a.sealed_secret, a.recovery_code_hashes[1] as hash from authenticator a`,
  );
  const [{ told, kept, sealed_secret: sealed, hash }] = rows;
  const secret = Buffer.from((await openSecret(person.id, sealed)) as Uint8Array);
  for (const text of [sealed, hash]) expect(told).not.toContain(text);
  for (const text of [secret.toString('base64'), secret.toString('hex'), ...recoveryCodes]) {
    expect(kept).not.toContain(text);
    expect(kept).not.toContain(text.replaceAll('-', ''));
  }
});
