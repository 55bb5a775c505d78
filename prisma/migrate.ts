import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnoseMigrationHistoryOutput, MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { ensureJobQueues } from './queues.ts';
import { applicationRole, ensureApplicationRole } from './roles.ts';
import { withSchemaEngine } from './schema-engine.ts';
import { sqlError } from './sql-error.ts';

/** Instances that start at once migrate one after the other. Any number that nobody else uses. */
const migrationLock = 7_418_250_911;
const noFilters = { externalTables: [], externalEnums: [] };

export type MigrationFolders = { migrations: string; definitions: string };

const ownFolders: MigrationFolders = {
  migrations: join(import.meta.dirname, 'migrations'),
  definitions: join(import.meta.dirname, 'sql'),
};

/**
 * Brings the database of `ownerUrl` up to date: the application's role, the migrations, the
 * current definitions in prisma/sql, and the job queues. Does nothing where all is in place.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  ownerUrl: string,
  folders: MigrationFolders = ownFolders,
): Promise<string[]> {
  const owner = await connect(ownerUrl);
  try {
    await requireVersion(owner);
    await owner.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureApplicationRole(owner, ownerUrl);
    const applied = await applyMigrations(owner, ownerUrl, folders.migrations);
    await applyDefinitions(owner, folders);
    await ensureJobQueues(owner, applicationRole);
    return applied;
  } finally {
    await owner.end();
  }
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const where = URL.parse(ownerUrl);
  if (!where || !/^postgres(ql)?:$/.test(where.protocol)) {
    throw new Error(
      'DATABASE_URL should look like postgresql://user:password@host:5432/database; it does not.',
    );
  }
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 30_000 });
  try {
    await owner.connect();
  } catch (error) {
    throw new Error(
      `The database ${where.pathname.slice(1)} at ${where.host} refuses ${where.username}: ` +
        (error as Error).message,
    );
  }
  return owner;
}

async function requireVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query("select current_setting('server_version_num')::int as number");
  if (rows[0].number < 160_000) {
    throw new Error('The register needs PostgreSQL 16 or later.');
  }
}

async function applyMigrations(
  owner: pg.Client,
  ownerUrl: string,
  folder: string,
): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  return withSchemaEngine(
    ownerUrl,
    async (engine) => {
      const state = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: noFilters,
      });
      requireSameHistory(state);
      // A migration takes effect whole or not at all, so one that was interrupted left nothing.
      for (const migrationName of state.failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      // The views of the past hang on every column of what a migration may change.
      if (state.history) {
        await owner.query(
          'drop schema if exists as_at cascade; drop table if exists schema_definition',
        );
      }
      const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return result.appliedMigrationNames;
    },
    (script) => nameOfMigration(migrationsList, script),
  );
}

function requireSameHistory(state: DiagnoseMigrationHistoryOutput): void {
  const failed = new Set(state.failedMigrationNames);
  const edited = state.editedMigrationNames.filter((name) => !failed.has(name));
  if (edited.length > 0) {
    throw new Error(
      `Changed after this database took it: migration ${edited.join(', ')}. ` +
        'Restore its text, and put the change into a new migration.',
    );
  }
  if (state.history && state.history.diagnostic !== 'databaseIsBehind') {
    throw new Error(
      'This database belongs to another version of the register: it has taken migration ' +
        `${state.history.unpersistedMigrationNames.join(', ')}, which is not here.`,
    );
  }
}

function nameOfMigration(list: MigrationList, script: string): string {
  const found = list.migrationDirectories.find(
    ({ migrationFile: { content } }) => content.tag === 'ok' && content.value === script,
  );
  return `prisma/migrations/${found?.path ?? '?'}/migration.sql`;
}

function readMigrations(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * Runs prisma/sql in the order of the names, all or nothing, when a file or the list of
 * migrations has changed: a migration may drop what a definition made.
 */
async function applyDefinitions(owner: pg.Client, folders: MigrationFolders): Promise<void> {
  const files = readDefinitions(folders.definitions);
  const hash = createHash('sha256')
    .update(JSON.stringify([migrationNames(folders.migrations), files]))
    .digest('hex');
  await owner.query(
    `create table if not exists schema_definition (
       single boolean primary key default true check (single),
       hash text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await owner.query<{ hash: string }>('select hash from schema_definition');
  if (rows[0]?.hash === hash) return;
  await owner.query('begin');
  for (const file of files) await runFile(owner, file);
  await owner.query(`grant select on schema_definition to ${applicationRole}`);
  await owner.query(
    `insert into schema_definition (hash) values ($1)
     on conflict (single) do update set hash = excluded.hash, applied_at = now()`,
    [hash],
  );
  await owner.query('commit');
}

type SqlFile = { name: string; text: string };

function readDefinitions(folder: string): SqlFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

async function runFile(owner: pg.Client, { name, text }: SqlFile): Promise<void> {
  try {
    await owner.query(text);
  } catch (error) {
    throw sqlError(`prisma/sql/${name}`, text, error);
  }
}
