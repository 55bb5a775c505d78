import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestRegister, type TestRegister } from '@/app/_server/register.fixture';
import { GET } from './route';

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.close());

const health = async () => {
  const answer = await GET();
  return { status: answer.status, body: await answer.json() };
};

test('is well once the migrations are in', async () => {
  expect(await health()).toEqual({ status: 200, body: { status: 'ok' } });
});

test('says what is missing, and nothing of where', async () => {
  await register.owner.query('drop table schema_definition');
  expect(await health()).toEqual({
    status: 503,
    body: { status: 'unavailable', problem: 'The database has not been migrated.' },
  });
});

test('says that the database does not answer', async () => {
  const name = new URL(register.database.ownerUrl).pathname.slice(1);
  await register.owner.query(`alter database ${name} connection limit 0`);
  await register.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = 'register_app'",
  );
  expect(await health()).toEqual({
    status: 503,
    body: { status: 'unavailable', problem: 'The database does not answer.' },
  });
});
