import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '@/app/_domain/permission';
import { currentActor } from '@/app/_server/actor';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { GET } from '@/app/api/auth/[...all]/route';
import { saveSingleSignOn } from '@/app/settings/sign-in/actions';
import { cookieOf, postToAuthentication, signInAs } from '../sign-in.fixture';
import { client, type Person, startProvider, type TestProvider } from './provider.fixture';

let cookie = '';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie }) }));

const baseUrl = 'http://127.0.0.1:3000';
const password = 'a password for tests';
const noGroups: Record<Role, string[]> = {
  administrator: [],
  data_steward: [],
  risk_officer: [],
  approver: [],
  auditor: [],
};

let register: TestRegister;
let provider: TestProvider;

beforeAll(async () => {
  [register, provider] = await Promise.all([openTestRegister(), startProvider(baseUrl)]);
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = client.id;
  process.env.OIDC_CLIENT_SECRET = client.secret;
});
beforeEach(async () => {
  cookie = '';
  provider.startAfresh();
  await register.owner.query(
    `update setting set local_sign_in = true, break_glass_id = null, break_glass_used_at = null, second_factor_roles = '{administrator}';
     delete from group_role; delete from rate_limit; delete from "user"`,
  );
});
afterAll(async () => {
  await provider.close();
  await register.close();
});

const grace: Person = {
  sub: 'subject-1',
  email: 'grace@example.test',
  email_verified: true,
  name: 'Grace Harbour',
  groups: [],
};

function begin(body: Record<string, unknown> = {}) {
  return postToAuthentication('sign-in/social', {
    ...{ provider: 'oidc', callbackURL: '/register', disableRedirect: true },
    ...body,
  });
}

function comeBack(address: string, sentCookie: string) {
  const request = new Request(address, { headers: { cookie: sentCookie, host: '127.0.0.1:3000' } });
  return GET(request, { params: Promise.resolve({ all: ['callback', 'oidc'] }) });
}

/** Signs in by the provider; the answer that the browser gets in the end. */
async function signInByProvider(person: Person): Promise<Response> {
  provider.person = person;
  const begun = await begin();
  const { url } = await begun.json();
  const answer = await comeBack(await provider.visit(url), cookieOf(begun));
  cookie = cookieOf(answer);
  return answer;
}

/** Signs out here and at the provider; where the browser is in the end. */
async function signOut(): Promise<string> {
  const answer = await postToAuthentication('sign-out', {}, { cookie });
  const { url } = await answer.json();
  return provider.visit(url);
}

async function signedInAdministrator() {
  await register.owner.query(`update setting set second_factor_roles = '{}'`);
  const ada = await register.person('Ada', ['administrator']);
  cookie = cookieOf(await signInAs(ada.email, password));
  return ada;
}

test('a new person comes in without a role, and the history says by what way', async () => {
  const answer = await signInByProvider(grace);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/register');
  expect(await currentActor()).toMatchObject({
    ...{ name: 'Grace Harbour', email: 'grace@example.test' },
    ...{ roles: [], ceiling: 0 },
  });
  const { rows } = await register.owner.query(
    `select action, entity, reason, after ->> 'second_factor' as second_factor from history_event
     where seq >= (select max(seq) from history_event where entity = 'user' and action = 'insert') order by seq`,
  );
  expect(rows).toEqual([
    { action: 'insert', entity: 'user', reason: 'Single sign-on', second_factor: null },
    { action: 'link_provider', entity: 'user', reason: 'Single sign-on', second_factor: null },
    { action: 'sign_in', entity: 'user', reason: '', second_factor: 'provider' },
  ]);
});

test('groups give and take the roles that they stand for, and leave the others alone', async () => {
  await register.owner.query(
    `insert into group_role values ('risk-team', 'risk_officer'), ('audit', 'auditor'), ('risk-leads', 'risk_officer')`,
  );
  await signInByProvider({ ...grace, groups: ['risk-team', 'risk-leads', 'unknown'] });
  const actor = await currentActor();
  expect(actor?.roles).toEqual(['risk_officer']);
  await register.owner.query(
    `insert into role_assignment (user_id, role) values ($1, 'data_steward')`,
    [actor?.id],
  );
  await signOut();
  await signInByProvider({ ...grace, groups: ['audit'] });
  expect(await currentActor()).toMatchObject({ id: actor?.id, roles: ['data_steward', 'auditor'] });
});

test('the second factor of whoever comes by the provider is asked for there', async () => {
  await register.owner.query(`insert into group_role values ('admins', 'administrator')`);
  await signInByProvider({ ...grace, groups: ['admins'] });
  const actor = await currentActor();
  expect(actor).toMatchObject({ roles: ['administrator'] });
  await register.owner.query(
    `insert into api_token (user_id, name, token_hash, scopes, expires_at)
     values ($1, 'Nightly', 'hash', '{read}', now() + interval '1 day')`,
    [actor?.id],
  );
  const { rowCount } = await register.owner.query(`select from use_api_token('hash')`);
  expect(rowCount).toBe(1);
});

test('signing out ends both sessions', async () => {
  provider.asked = 0;
  await signInByProvider(grace);
  const sent = cookie;
  await signInByProvider(grace);
  expect(provider.asked).toBe(1);
  expect(await signOut()).toBe(`${baseUrl}/sign-in`);
  expect(await currentActor()).toBeNull();
  await signInByProvider(grace);
  expect(provider.asked).toBe(2);
  cookie = sent;
});

describe('an address that is known already', () => {
  test('is taken for the same person when the provider has verified it', async () => {
    const olive = await register.person('Olive', ['risk_officer'], { rank: 1 });
    await signInByProvider({ ...grace, email: 'OLIVE@example.test' });
    expect(await currentActor()).toMatchObject({
      id: olive.id,
      roles: ['risk_officer'],
      ceiling: 1,
    });
  });

  test('opens nothing when it has not', async () => {
    await register.person('Olive', ['risk_officer']);
    const person = { ...grace, email: 'olive@example.test', email_verified: false };
    const answer = await signInByProvider(person);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=/);
    expect(await currentActor()).toBeNull();
  });
});

test('a disabled user does not come in by the provider either', async () => {
  await signInByProvider(grace);
  await signOut();
  await register.owner.query('update "user" set disabled = true');
  const answer = await signInByProvider(grace);
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=/);
  expect(await currentActor()).toBeNull();
});

describe('what comes back', () => {
  test('is refused in another browser, or with another state', async () => {
    provider.person = grace;
    const begun = await begin();
    const { url } = await begun.json();
    const address = await provider.visit(url);
    const elsewhere = await comeBack(address, '');
    expect(elsewhere.headers.get('location')).toMatch(/error=/);
    expect(cookieOf(elsewhere)).not.toMatch(/session_token=./);
    const forged = new URL(address);
    forged.searchParams.set('state', 'x'.repeat(32));
    const answer = await comeBack(forged.href, cookieOf(begun));
    expect(answer.headers.get('location')).toMatch(/error=/);
  });

  test('leads to no other site', async () => {
    const begun = await begin({ callbackURL: 'https://elsewhere.test/' });
    expect(begun.status).toBe(403);
  });

  test("and a token from the browser's hand is not taken", async () => {
    expect((await begin({ idToken: { token: 'x' } })).status).toBe(400);
    expect((await begin({ scopes: ['everything'] })).status).toBe(400);
  });

  test('needs a code challenge, which the provider gets', async () => {
    const { url } = await (await begin()).json();
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
    expect(new URL(url).searchParams.get('nonce')).toBeTruthy();
  });
});

describe('where signing in here is switched off', () => {
  async function switchOff() {
    const ada = await signedInAdministrator();
    const olive = await register.person('Olive', ['risk_officer']);
    const off = { localSignIn: false, breakGlassId: ada.id, groups: noGroups };
    expect(await saveSingleSignOn(off)).toMatchObject({ ok: true });
    return { ada, olive };
  }

  test('nobody comes in by a password, with the answer of a wrong one', async () => {
    const { olive } = await switchOff();
    const answer = await signInAs(olive.email, password);
    const wrong = await signInAs(olive.email, 'not the password');
    expect([answer.status, await answer.text()]).toEqual([401, await wrong.text()]);
    await signInByProvider(grace);
    expect(await currentActor()).toMatchObject({ name: 'Grace Harbour' });
  });

  test('the break-glass account does, and every administrator is told', async () => {
    const { ada } = await switchOff();
    expect((await signInAs(ada.email, password)).status).toBe(204);
    const { rows } = await register.owner.query(
      `select action from history_event where entity_id = $1 order by seq desc limit 2`,
      [ada.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['sign_in', 'break_glass']);
    const { rows: settings } = await register.owner.query(
      `select break_glass_used_at > now() - interval '1 minute' as told from setting`,
    );
    expect(settings[0].told).toBe(true);
  });

  test('the database itself refuses any other session', async () => {
    const { olive } = await switchOff();
    await expect(
      register.owner.query(
        `insert into session (user_id, token, expires_at) values ($1, 'x', now() + interval '1 hour')`,
        [olive.id],
      ),
    ).rejects.toThrow('Sign in by the provider');
  });

  test('it is so only with an active administrator as the break-glass account', async () => {
    const ada = await signedInAdministrator();
    const olive = await register.person('Olive', ['risk_officer']);
    const off = { localSignIn: false, groups: noGroups };
    for (const breakGlassId of ['', olive.id]) {
      expect(await saveSingleSignOn({ ...off, breakGlassId })).toMatchObject({
        fields: { breakGlassId: expect.any(String) },
      });
    }
    const before = process.env.OIDC_ISSUER;
    process.env.OIDC_ISSUER = '';
    expect(await saveSingleSignOn({ ...off, breakGlassId: ada.id })).toMatchObject({ ok: false });
    process.env.OIDC_ISSUER = before;
  });
});

test('an administrator says which groups stand for which role, and the history keeps it', async () => {
  await signedInAdministrator();
  const save = (groups: Partial<Record<Role, string[]>>) =>
    saveSingleSignOn({ localSignIn: true, breakGlassId: '', groups: { ...noGroups, ...groups } });
  expect(await save({ auditor: ['audit', ' audit '], approver: ['leads'] })).toMatchObject({
    ok: true,
  });
  expect(await save({ auditor: ['audit'] })).toMatchObject({ ok: true });
  const { rows } = await register.owner.query(
    `select action, entity_id from history_event where entity = 'group_role' order by seq desc limit 3`,
  );
  expect(rows).toEqual([
    { action: 'delete', entity_id: 'leads/approver' },
    { action: 'insert', entity_id: expect.any(String) },
    { action: 'insert', entity_id: expect.any(String) },
  ]);
});

test("the client's secret stands nowhere in the database", async () => {
  await signInByProvider(grace);
  const { rows } = await register.owner.query(
    `select (select string_agg(e::text, ' ') from history_event e)
       || (select string_agg(a::text, ' ') from account a)
       || coalesce((select string_agg(v::text, ' ') from verification v), '') as kept,
       (select count(*)::int from account where access_token is not null or refresh_token is not null) as tokens`,
  );
  expect(rows[0].kept).not.toContain(client.secret);
  expect(rows[0].tokens).toBe(0);
});
