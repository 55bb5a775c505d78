import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { applicationUrl } from './roles.ts';

/** A database of its own for one test file. */
export type TestDatabase = {
  /** Connection of the owner, who is not bound by row-level security. */
  ownerUrl: string;
  /** Connection of the application's role. */
  appUrl: string;
  /** Connection of one who may do anything to the server, as its administrator may. */
  superuserUrl: string;
  /** Ends every session on it and removes it. */
  drop(): Promise<void>;
};

/**
 * Copies the migrated database, which takes a fraction of a second, and points
 * APP_DATABASE_URL of this process at the copy, so that the application's own code uses it, and
 * DATA_DIR at an empty folder.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(new URL(inject('templateUrl')).pathname.slice(1));
  const dataFolder = await mkdtemp(join(tmpdir(), 'register-data-'));
  process.env.APP_DATABASE_URL = database.appUrl;
  process.env.DATA_DIR = dataFolder;
  process.env.HISTORY_KEY_FILE = join(dataFolder, 'history-key');
  return {
    ...database,
    async drop() {
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A database with nothing in it, for tests of the migration itself. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(templateUrl, `create database ${name} template ${template}`);
  const url = new URL(templateUrl);
  url.pathname = name;
  // The embedded server has one password for both.
  const superuserUrl = Object.assign(new URL(url), { username: 'postgres' });
  return {
    ownerUrl: url.href,
    superuserUrl: superuserUrl.href,
    appUrl: applicationUrl(url.href, {}),
    // Only a superuser may end the server's own vacuuming, which may be at work there.
    drop: () => administer(superuserUrl.href, `drop database if exists ${name} with (force)`),
  };
}

/** Runs a statement beside the template, which has to be free of sessions to be copied. */
async function administer(serverUrl: string, statement: string): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = 'postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
