import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseTableQuery } from '@/app/_lib/table-query';
import { registerTable } from '@/app/register/table';
import type { EmbeddedDatabase } from '@/prisma/embedded';
import { startReplica } from '@/prisma/replica.fixture';
import type { Actor } from './actor';
import { insertSmallRegister, openTestRegister, type TestRegister } from './register.fixture';
import { closeReplica } from './replica';
import { tableExport } from './table-export';
import { readTablePage } from './table-page';

let present: Actor | null = null;
vi.mock('./actor', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./actor')>()),
  currentActor: async () => present,
}));

const passedOver = vi.hoisted(() => vi.fn());
vi.mock('@/prisma/front/log', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@/prisma/front/log')>()),
  logFailure: passedOver,
}));

let register: TestRegister;
let auditor: Actor;
let folder: string;
let replica: EmbeddedDatabase;
/** On the replica, as its administrator. */
let watch: pg.Client;

const onReplica = (url: string) =>
  Object.assign(new URL(url), { port: new URL(replica.ownerUrl).port }).href;

const get = tableExport(registerTable);
const systems = async () => {
  const request = new Request('http://127.0.0.1/register/export.csv?columns=system&sort=system');
  return (await (await get(request, {})).text()).trimEnd().split('\n').slice(1);
};

const page = (search: string) => {
  const parsed = parseTableQuery(registerTable, new URLSearchParams(search));
  if (!parsed.ok) throw new Error('The query is wrong.');
  return readTablePage(auditor, registerTable, parsed.query);
};

/** How many transactions the application has ended on the replica. */
async function readsOfReplica(): Promise<number> {
  const { rows } = await watch.query<{ reads: number }>(
    `select count(*) filter (where query = 'commit')::integer as reads from pg_stat_activity
     where application_name = 'supplier-risk-register' and datname = current_database()`,
  );
  return rows[0]?.reads ?? 0;
}

beforeAll(async () => {
  register = await openTestRegister();
  await insertSmallRegister(register.owner);
  auditor = await register.person('Auditor', ['auditor']);
  present = auditor;
  folder = await mkdtemp(join(tmpdir(), 'register-replica-'));
  replica = await startReplica(register.database.superuserUrl, folder);
  watch = new pg.Client({ connectionString: onReplica(register.database.superuserUrl) });
  await watch.connect();
  vi.stubEnv('APP_DATABASE_READ_URL', onReplica(register.database.appUrl));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await closeReplica();
  await watch.end();
  await replica.stop();
  await rm(folder, { recursive: true });
  await register.close();
});

describe('with a replica', () => {
  it('the present is read from the database, the past and exports from the replica', async () => {
    expect((await page('')).total).toBe(3);
    expect(await readsOfReplica()).toBe(0);
    expect((await page(`asOf=${new Date().toISOString()}`)).total).toBe(3);
    expect(await readsOfReplica()).toBe(1);
    await closeReplica();
    expect(await systems()).toEqual(['Chart room', 'Liaison', 'Post room']);
    expect(await readsOfReplica()).toBe(1);
  });

  it('an export holds what was committed before it, at once and while the replica lags', async () => {
    await register.owner.query(`update system set name = 'Galley' where name = 'Chart room'`);
    expect(await systems()).toEqual(['Galley', 'Liaison', 'Post room']);
    await watch.query('select pg_wal_replay_pause()');
    await register.owner.query(`update system set name = 'Wardroom' where name = 'Galley'`);
    expect(await systems()).toEqual(['Liaison', 'Post room', 'Wardroom']);
    expect(passedOver).toHaveBeenCalledExactlyOnceWith(
      'replica_passed_over',
      expect.objectContaining({ message: expect.stringContaining('behind') }),
    );
    await watch.query('select pg_wal_replay_resume()');
  });

  it('an export is made by the database while the replica is away', async () => {
    await closeReplica();
    vi.stubEnv('APP_DATABASE_READ_URL', 'postgresql://nobody:nothing@127.0.0.1:1/nowhere');
    passedOver.mockClear();
    expect(await systems()).toHaveLength(3);
    expect(passedOver).toHaveBeenCalledOnce();
  });
});
