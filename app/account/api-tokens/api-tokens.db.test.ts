import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ApiScope } from '@/app/_domain/api-scope';
import type { Role } from '@/app/_domain/permission';
import type { Actor } from '@/app/_server/actor';
import { readAs, transactAs } from '@/app/_server/database';
import {
  insertSmallRegister,
  openTestRegister,
  type TestRegister,
} from '@/app/_server/register.fixture';
import { GET as readRegister } from '@/app/api/register/route';
import { GET as exportHistory } from '@/app/history/export.csv/route';
import { POST as upload } from '@/app/imports/upload/route';
import { GET as exportRegister } from '@/app/register/export.csv/route';
import { deleteApiToken, insertApiToken, ownApiTokens } from './data';

vi.mock('next/headers', () => ({ headers: async () => new Headers() }));

let register: TestRegister;
let made = 0;

beforeAll(async () => {
  register = await openTestRegister();
  await insertSmallRegister(register.owner);
});
beforeEach(() => register.owner.query(`update setting set second_factor_roles = '{}'`));
afterAll(() => register.close());

async function owner(roles: readonly Role[], rank = 3): Promise<Actor> {
  made += 1;
  return register.person(`Script${made}`, roles, { rank });
}

async function tokenOf(actor: Actor, scopes: readonly ApiScope[]): Promise<string> {
  const { token } = await transactAs(
    { actorId: actor.id, changeId: actor.requestId },
    (transaction) =>
      insertApiToken(transaction, { name: 'Nightly', scopes: [...scopes], days: 7 }, actor),
  );
  return token;
}

const request = (token: string, path = '/', init: RequestInit = {}) =>
  new Request(`http://127.0.0.1:3000${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });

const context = { params: Promise.resolve({}) };
const read = async (token: string) => readRegister(request(token), context);
const exported = async (token: string) => exportRegister(request(token), context);

test('a script reads what its owner may see, and the history tells what it did by which token', async () => {
  const cleared = await owner(['risk_officer']);
  const official = await owner(['risk_officer'], 1);
  const all = await (await read(await tokenOf(cleared, ['read']))).json();
  const some = await (await read(await tokenOf(official, ['read']))).json();
  expect([all.total, some.total]).toEqual([3, 1]);
  const csv = await exported(await tokenOf(official, ['export']));
  expect((await csv.text()).trim().split(/\r?\n/)).toHaveLength(2);
  const { rows } = await register.owner.query(
    `select actor_id, reason from history_event where entity = 'receipt' or action = 'export' order by seq desc limit 1`,
  );
  expect(rows[0]).toEqual({ actor_id: official.id, reason: 'API token: Nightly' });
});

test('each use is bounded by the scopes and by the roles, and a refusal is recorded', async () => {
  const auditor = await owner(['auditor']);
  const reading = await tokenOf(auditor, ['read']);
  const everything = await tokenOf(auditor, ['read', 'export', 'import']);
  expect((await exported(reading)).status).toBe(403);
  const file = { method: 'POST', body: 'a,b\n1,2\n', headers: { 'x-file-name': 'a.csv' } };
  expect((await upload(request(everything, '/', file), context)).status).toBe(403);
  // No scope reaches the history, whatever the owner may read.
  expect((await exportHistory(request(everything), context)).status).toBe(403);
  const { rows } = await register.owner.query(
    `select entity_id, after ->> 'message' as message from history_event
     where action = 'refused' and actor_id = $1 order by seq`,
    [auditor.id],
  );
  expect(rows).toEqual([
    { entity_id: 'register:export', message: 'The scopes of the token do not allow this.' },
    { entity_id: 'import:run', message: 'Your roles do not allow this.' },
    { entity_id: 'history:read', message: 'The scopes of the token do not allow this.' },
  ]);
});

test('a file is handed in by a token for imports', async () => {
  const token = await tokenOf(await owner(['data_steward']), ['import']);
  const file = {
    method: 'POST',
    body: 'supplier,product\nA,B\n',
    headers: { 'x-file-name': 'inventory.csv' },
  };
  expect((await upload(request(token, '/', file), context)).status).toBe(201);
  expect((await read(token)).status).toBe(403);
});

test("changes of the owner's roles, clearance and account take effect at once", async () => {
  const person = await owner(['risk_officer']);
  const token = await tokenOf(person, ['read']);
  await register.owner.query(`update "user" set clearance = 'BPSS' where id = $1`, [person.id]);
  expect((await (await read(token)).json()).total).toBe(1);
  await register.owner.query('delete from role_assignment where user_id = $1', [person.id]);
  expect((await read(token)).status).toBe(403);
  await register.owner.query('update "user" set disabled = true where id = $1', [person.id]);
  expect((await read(token)).status).toBe(401);
});

test('a token is no way round the second factor that its owner must set up', async () => {
  const token = await tokenOf(await owner(['approver']), ['read']);
  expect((await read(token)).status).toBe(200);
  await register.owner.query(`update setting set second_factor_roles = '{approver}'`);
  expect((await read(token)).status).toBe(401);
});

test('what is expired, revoked, cut short or no token at all is refused alike', async () => {
  const person = await owner(['auditor']);
  const expired = await tokenOf(person, ['read']);
  await register.owner.query('update api_token set expires_at = now() where user_id = $1', [
    person.id,
  ]);
  const revoked = await tokenOf(person, ['read']);
  const [newest] = await ownApiTokens(person);
  await transactAs({ actorId: person.id, changeId: person.requestId }, (transaction) =>
    deleteApiToken(transaction, { id: newest?.id ?? '' }),
  );
  const good = await tokenOf(person, ['read']);
  const bad = [expired, revoked, good.slice(0, -1), `${good}x`, '', 'x y', "' or true --"];
  const answers = await Promise.all(bad.map(read));
  expect(answers.map(({ status }) => status)).toEqual(bad.map(() => 401));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect((await read(good)).status).toBe(200);
});

test('says when it was last used', async () => {
  const person = await owner(['auditor']);
  const token = await tokenOf(person, ['read']);
  expect(await ownApiTokens(person)).toMatchObject([{ name: 'Nightly', lastUsedAt: null }]);
  await read(token);
  expect(await ownApiTokens(person)).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
});

test("nobody sees or revokes somebody else's, nor reads a hash", async () => {
  const [one, other] = [await owner(['auditor']), await owner(['administrator'])];
  await tokenOf(one, ['read']);
  const [token] = await ownApiTokens(one);
  expect(await ownApiTokens(other)).toEqual([]);
  await expect(
    transactAs({ actorId: other.id, changeId: other.requestId }, (transaction) =>
      deleteApiToken(transaction, { id: token?.id ?? '' }),
    ),
  ).rejects.toThrow('no such token');
  await expect(
    readAs(one, (transaction) => transaction.$queryRaw`select token_hash from api_token`),
  ).rejects.toThrow('permission denied');
});

test('neither the token nor its hash enters the history', async () => {
  const token = await tokenOf(await owner(['auditor']), ['read']);
  await read(token);
  const { rows } = await register.owner.query(
    `select (select string_agg(e::text, ' ') from history_event e) as told, token_hash, t::text as kept
     from api_token t order by created_at desc limit 1`,
  );
  const [{ told, token_hash: hash, kept }] = rows;
  expect(told).toContain('Nightly');
  expect(told).not.toContain(hash);
  expect(`${told} ${kept}`).not.toContain(token.slice(4));
});
