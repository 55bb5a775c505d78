import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../accounts.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { checkReceipts } from './check-receipts.ts';

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const auditor = await createAccount(superuser, {
    name: 'Auditor',
    email: 'auditor@example.test',
    password: 'a password for tests',
    roles: ['auditor'],
    clearanceRank: 3,
    allOrganisations: true,
  });
  await superuser.query(`select set_config('app.actor_id', $1, false)`, [auditor]);
  for (let made = 0; made < 3; made += 1) await insertReceipt(made < 2);
});

afterAll(async () => {
  await superuser?.end();
  await database?.drop();
});

/** The receipt of an export, ended or still running. */
async function insertReceipt(isEnded: boolean): Promise<void> {
  const { rows } = await superuser.query<{ id: string }>(
    `insert into receipt (table_name, as_of, history_head, columns, marking, access_rank, file_name, scope_rank, scope_all)
     values ('register', 'infinity', '{"seq": "1"}', '{system}', 'OFFICIAL', 1, 'a.csv', 3, true) returning id`,
  );
  if (!isEnded) return;
  await superuser.query(
    `update receipt set state = 'complete', row_count = 1, byte_count = 10, sha256 = repeat('a', 64) where id = $1`,
    [rows[0]?.id],
  );
}

/** What the check says once a superuser, whom no trigger hinders, has run the statement. */
async function afterTampering(sql: string): Promise<string> {
  await superuser.query('begin; set local session_replication_role = replica');
  try {
    await superuser.query(sql);
    await checkReceipts(superuser);
    return 'nothing was found';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await superuser.query('rollback');
  }
}

const ended = `(select id from receipt where ended_at is not null limit 1)`;

it('agrees with receipts that nobody touched, those of running exports among them', async () => {
  expect(await checkReceipts(superuser)).toBe(3);
});

it.each([
  ['changed', `update receipt set sha256 = repeat('b', 64) where id = ${ended}`],
  ['changed', `update receipt set exported_by_name = 'Somebody' where id = ${ended}`],
  ['removed', `delete from receipt where id = ${ended}`],
  [
    'removed',
    `update receipt set ended_at = null, state = 'incomplete', row_count = null, sha256 = '' where id = ${ended}`,
  ],
  ['added', 'update receipt set ended_at = now() where ended_at is null'],
])('finds one that was %s', async (what, sql) => {
  expect(await afterTampering(sql)).toMatch(
    new RegExp(`^The receipt [0-9a-f-]{36} was ${what}.* without the history`),
  );
});
