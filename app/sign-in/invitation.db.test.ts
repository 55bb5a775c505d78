import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/app/_server/actor';
import { readAs } from '@/app/_server/database';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { newToken, tokenHash } from '@/app/_server/token';
import { inviteUser } from '@/app/users/data';
import { setFirstPassword, setUp } from './actions';
import { isWithoutUsers } from './data';
import { signInAs } from './sign-in.fixture';

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
});
beforeEach(async () => {
  await register.owner.query('delete from rate_limit; delete from invitation; delete from "user"');
});
afterAll(() => register.close());

const count = async (relation: string) =>
  (await register.owner.query(`select count(*)::int as rows from ${relation}`)).rows[0].rows;

describe('the link of a register without users', () => {
  const ada = {
    name: 'Ada Quill',
    email: 'Ada@example.test',
    password: 'four words in a row',
  };

  async function setupToken(validFor = '1 hour'): Promise<string> {
    const token = newToken();
    await register.owner.query(
      'insert into invitation (token_hash, expires_at) values ($1, now() + $2::interval)',
      [tokenHash(token), validFor],
    );
    return token;
  }

  test('makes an administrator who can sign in and sees nothing classified', async () => {
    expect(await isWithoutUsers()).toBe(true);
    expect(await setUp({ ...ada, token: await setupToken() })).toMatchObject({ ok: true });
    const { rows } = await register.owner.query(
      `select email, clearance, array(select role from role_assignment) as roles from "user"`,
    );
    expect(rows).toEqual([
      { email: 'ada@example.test', clearance: 'none', roles: ['administrator'] },
    ]);
    expect((await signInAs('ada@example.test', ada.password)).status).toBe(204);
  });

  test('is good once, even for two at the same moment', async () => {
    const token = await setupToken();
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        setUp({ ...ada, token, email: `${name}@example.test` }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await count('"user"')).toBe(1);
  });

  test('two links make one administrator', async () => {
    const tokens = [await setupToken(), await setupToken()];
    const outcomes = await Promise.all(tokens.map((token) => setUp({ ...ada, token })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each(['0 seconds', '-1 day'])('is refused after its time (%s)', async (validFor) => {
    const token = await setupToken(validFor);
    expect(await setUp({ ...ada, token })).toMatchObject({ ok: false, kind: 'not_found' });
  });

  test('is refused as soon as there is a user', async () => {
    const token = await setupToken();
    await register.person('Olive', ['risk_officer']);
    expect(await setUp({ ...ada, token })).toMatchObject({ ok: false });
    expect(await count('"user"')).toBe(1);
  });

  test('survives a form with mistakes in it', async () => {
    const token = await setupToken();
    const refused = await setUp({ token, name: ' ', email: 'ada', password: 'short' });
    expect(refused).toMatchObject({
      kind: 'invalid',
      fields: { name: expect.any(String), email: expect.any(String) },
    });
    expect(await setUp({ ...ada, token, password: 'ada quill 2026' })).toMatchObject({
      fields: { password: expect.any(String) },
    });
    expect(await setUp({ ...ada, token })).toMatchObject({ ok: true });
  });
});

describe('the link for a user', () => {
  const password = 'quite another password';
  let administrator: Actor;
  let olive: Actor;

  beforeEach(async () => {
    administrator = await register.person('Ada', ['administrator']);
    olive = await register.person('Olive', ['risk_officer']);
  });

  async function invite(): Promise<string> {
    const { link } = await readAs(administrator, (transaction) =>
      inviteUser(transaction, olive.id),
    );
    return new URL(link).searchParams.get('token') as string;
  }

  test('sets the password, ends the sessions, and is recorded without the token', async () => {
    await signInAs(olive.email, 'a password for tests');
    const token = await invite();
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: true });
    expect(await count('session')).toBe(0);
    expect((await signInAs(olive.email, 'a password for tests')).status).toBe(401);
    expect((await signInAs(olive.email, password)).status).toBe(204);
    const { rows } = await register.owner.query(
      `select action, actor_id from history_event where entity_id = $1 and action in ('invite', 'set_password') order by seq`,
      [olive.id],
    );
    expect(rows).toEqual([
      { action: 'invite', actor_id: administrator.id },
      { action: 'set_password', actor_id: olive.id },
    ]);
    const history = await register.owner.query(
      'select event::text as text from history_event event',
    );
    expect(JSON.stringify(history.rows)).not.toContain(token);
  });

  test('is good once', async () => {
    const token = await invite();
    const outcomes = await Promise.all([
      setFirstPassword({ token, password }),
      setFirstPassword({ token, password: 'the password of a thief' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: false });
  });

  test('lasts three days', async () => {
    const token = await invite();
    const { rows } = await register.owner.query(
      "select extract(hour from expires_at - created_at + interval '1 minute')::int + 24 * extract(day from expires_at - created_at)::int as hours from invitation",
    );
    expect(rows[0].hours).toBe(72);
    await register.owner.query('update invitation set expires_at = now()');
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: false });
  });

  test('is replaced by a newer one', async () => {
    const [older, newer] = [await invite(), await invite()];
    expect(await setFirstPassword({ token: older, password })).toMatchObject({ ok: false });
    expect(await setFirstPassword({ token: newer, password })).toMatchObject({ ok: true });
  });

  test('does nothing for a user who was disabled meanwhile', async () => {
    const token = await invite();
    await register.owner.query('update "user" set disabled = true where id = $1', [olive.id]);
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: false });
  });

  test('refuses a password made of the own name, and stays good', async () => {
    const token = await invite();
    expect(await setFirstPassword({ token, password: 'olive@example' })).toMatchObject({
      fields: { password: expect.any(String) },
    });
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: true });
  });

  test('does not make a first administrator, nor the other way round', async () => {
    const token = await invite();
    const ada = { name: 'Eve', email: 'eve@example.test', password };
    expect(await setUp({ ...ada, token })).toMatchObject({ ok: false });
    expect(await setFirstPassword({ token, password })).toMatchObject({ ok: true });
  });

  test('is made by administrators only, and not for themselves', async () => {
    await expect(
      readAs(olive, (transaction) => inviteUser(transaction, administrator.id)),
    ).rejects.toThrow('Only an administrator');
    await expect(
      readAs(administrator, (transaction) => inviteUser(transaction, administrator.id)),
    ).rejects.toThrow('your own password');
  });
});

test('the application cannot look for links', async () => {
  const olive = await register.person('Olive', ['administrator']);
  await expect(
    readAs(olive, (transaction) => transaction.$queryRaw`select token_hash from invitation`),
  ).rejects.toThrow('permission denied');
});
