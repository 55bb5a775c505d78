import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as DatabaseClient } from 'pg';
import { Client } from '../prisma/bench/client';
import { estateOf } from '../prisma/bench/estate';
import { applyImport, ended, rehearseImport, uploadFile } from '../prisma/bench/import-run';
import { inventoryFile } from '../prisma/bench/inventory-file';
import { ensureAccount } from '../prisma/bench/register';
import { startEmbedded } from '../prisma/embedded';
import { freePortFrom } from '../prisma/launch/port';
import { killGroup } from '../prisma/launch/tools';
import { startWebServer } from '../prisma/launch/web-server';
import { migrate } from '../prisma/migrate';
import { applicationUrl } from '../prisma/roles';
import { expect, test } from './fixtures';

const estate = estateOf(4_000);
const password = 'a password for two instances';

test('one of two instances ends what the other was at when it was killed', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'register-instances-'));
  await using resources = new AsyncDisposableStack();
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const database = await startEmbedded(folder, { throwaway: true });
  resources.defer(() => database.stop());
  await migrate(database.ownerUrl);
  const owner = new DatabaseClient({ connectionString: database.ownerUrl });
  await owner.connect();
  resources.defer(() => owner.end());
  await ensureAccount(owner, 'steward@example.test', password);

  const ports = [await freePortFrom(3600), await freePortFrom(3700)];
  const baseUrls = ports.map((port) => `http://127.0.0.1:${port}`);
  const servers = await Promise.all(
    ports.map(async (port, index) => {
      const dataFolder = join(folder, `instance-${index}`);
      await mkdir(dataFolder);
      const server = await startWebServer({
        ...{ mode: 'start', host: '127.0.0.1', port, dataFolder },
        environment: {
          NODE_ENV: 'production',
          APP_DATABASE_URL: applicationUrl(database.ownerUrl, {}),
          BETTER_AUTH_SECRET: 'a secret that all instances share',
          BETTER_AUTH_URL: baseUrls[0] ?? '',
          BASE_URL: baseUrls[0] ?? '',
          DATA_DIR: dataFolder,
          HISTORY_KEY_FILE: join(folder, 'history-key'),
          LOG: 'failures',
        },
        stopping: new AbortController().signal,
      });
      resources.defer(() => server.stop());
      return server;
    }),
  );
  const [first, second] = servers;

  const here = await Client.signedIn(baseUrls[0] ?? '', 'steward@example.test', password);
  const there = here.at(baseUrls[1] ?? '');
  resources.defer(() => {
    here.close();
    there.close();
  });

  const id = await uploadFile(here, 'inventory.csv', inventoryFile(estate));
  await rehearseImport(there, owner, id);
  expect(await here.json(`/imports/${id}/progress`)).toMatchObject({ state: 'done' });

  // Only the first is awake to take the job, and it is killed in the middle of writing.
  killGroup(second?.pid, 'SIGSTOP');
  const applied = applyImport(here, id).catch(() => 'killed');
  await expect
    .poll(async () => (await here.json<{ message?: string }>(`/imports/${id}/progress`)).message, {
      intervals: [20],
      timeout: 60_000,
    })
    .toMatch(/^Writing/);
  killGroup(first?.pid, 'SIGKILL');
  killGroup(second?.pid, 'SIGCONT');
  expect(await applied).toBe('killed');
  const { rows } = await owner.query('select count(*)::integer as written from deployment');
  expect(rows).toEqual([{ written: 0 }]);

  await ended(there, id);
  const { total } = await there.json<{ total: number }>('/api/register');
  expect(total).toBe(estate.deployments);
  const acts = await owner.query(
    `select count(*)::integer as imports from history_event where action = 'import' and entity_id = $1`,
    [id],
  );
  expect(acts.rows).toEqual([{ imports: 1 }]);
  const lines = (await there.text('/register/export.csv?columns=system')).trimEnd().split('\n');
  expect(lines).toHaveLength(1 + estate.deployments);
});
