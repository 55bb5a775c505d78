import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MigrationFolders, migrate } from './migrate.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let folder: string;
let folders: MigrationFolders;

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'register-migrations-'));
  folders = { migrations: join(folder, 'migrations'), definitions: join(folder, 'sql') };
  await mkdir(folders.definitions);
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folders.migrations, name), { recursive: true });
  await writeFile(join(folders.migrations, name, 'migration.sql'), sql);
}

async function writeDefinition(name: string, sql: string): Promise<void> {
  await writeFile(join(folders.definitions, name), sql);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('applies each migration once, in the order of the names', async () => {
    await writeMigration('2_second', 'alter table ship add column name text');
    await writeMigration('1_first', 'create table ship (id int)');
    expect(await migrate(database.ownerUrl, folders)).toEqual(['1_first', '2_second']);
    expect(await migrate(database.ownerUrl, folders)).toEqual([]);
  });

  it('takes function bodies as they are, semicolons and all', async () => {
    await writeMigration(
      '1_function',
      'create function double(n int) returns int language plpgsql as $$ begin n := n * 2; return n; end $$;',
    );
    await migrate(database.ownerUrl, folders);
    expect(await query(database.ownerUrl, 'select double(4) as n')).toEqual([{ n: 8 }]);
  });

  it('leaves nothing of a migration that fails, and applies it when it is mended', async () => {
    await writeMigration('1_ship', 'create table ship (id int);\nselect nothing_there;');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow(
      'prisma/migrations/1_ship/migration.sql:2: column "nothing_there" does not exist',
    );
    expect(await query(database.ownerUrl, `select to_regclass('ship') as ship`)).toEqual([
      { ship: null },
    ]);
    await writeMigration('1_ship', 'create table ship (id int);');
    expect(await migrate(database.ownerUrl, folders)).toEqual(['1_ship']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await writeMigration('1_ship', 'create table ship (id int)');
    await migrate(database.ownerUrl, folders);
    await writeMigration('1_ship', 'create table ship (id bigint)');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('migration 1_ship');
  });

  it('refuses the database of a later version', async () => {
    await writeMigration('1_ship', 'create table ship (id int)');
    await writeMigration('2_port', 'create table port (id int)');
    await migrate(database.ownerUrl, folders);
    await rm(join(folders.migrations, '2_port'), { recursive: true });
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('2_port, which is not here');
  });

  it('lets instances that start at once migrate one after the other', async () => {
    await writeMigration('1_ship', 'create table ship (id int); select pg_sleep(0.3);');
    const applied = await Promise.all([
      migrate(database.ownerUrl, folders),
      migrate(database.ownerUrl, folders),
    ]);
    expect(applied.flat()).toEqual(['1_ship']);
  });
});

describe('current definitions', () => {
  const applied = () => query(database.ownerUrl, 'select applied_at from schema_definition');

  beforeEach(async () => {
    await writeMigration('1_ship', 'create table ship (id int)');
    await writeDefinition('10-view.sql', 'create or replace view fleet as select id from ship');
    await migrate(database.ownerUrl, folders);
  });

  it('are left alone while nothing changes', async () => {
    const before = await applied();
    await migrate(database.ownerUrl, folders);
    expect(await applied()).toEqual(before);
  });

  it('are applied again when a file changes', async () => {
    await writeDefinition('20-view.sql', 'create or replace view ports as select 1 as id');
    await migrate(database.ownerUrl, folders);
    expect(await query(database.ownerUrl, 'select id from ports')).toEqual([{ id: 1 }]);
  });

  it('come back after a migration that dropped one', async () => {
    await writeMigration('2_wide', 'drop view fleet; alter table ship alter column id type bigint');
    await migrate(database.ownerUrl, folders);
    expect(await query(database.ownerUrl, 'select id from fleet')).toEqual([]);
  });

  it('change all or not at all, and say where the mistake is', async () => {
    await writeDefinition('20-view.sql', 'create view ports as select 1 as id');
    await writeDefinition('30-view.sql', 'select 1;\n\nselect nothing_there');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('prisma/sql/30-view.sql:3:');
    expect(await query(database.ownerUrl, `select to_regclass('ports') as ports`)).toEqual([
      { ports: null },
    ]);
  });
});

describe('the role of the application', () => {
  it('is bound by row-level security, owns nothing and may make nothing', async () => {
    const migrated = await createTestDatabase();
    const rows = await query(
      migrated.appUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
              exists (select from pg_class where relowner = role.oid) as owns,
              has_schema_privilege('public', 'create') or has_schema_privilege('pgboss', 'create')
                or has_database_privilege(current_database(), 'create') as creates
         from pg_roles role where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolname: 'register_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        owns: false,
        creates: false,
      },
    ]);
    await migrated.drop();
    // Set for code under test, while these tests speak of registers that derive it.
    delete process.env.APP_DATABASE_URL;
  });

  it('can be made by an administrator, who is told the statement', async () => {
    await query(
      database.ownerUrl,
      `create role plain_owner login password 'plain';
       do $$ begin execute format('grant all on database %I to plain_owner', current_database()); end $$`,
    );
    const url = new URL(database.ownerUrl);
    url.username = 'plain_owner';
    url.password = 'plain';
    // Its password differs from the other owner's, and so does the one derived from it.
    await expect(migrate(url.href, folders)).rejects.toThrow(
      /may not alter the role register_app[\s\S]*alter role register_app login password 'SCRAM-SHA-256\$/,
    );
  });
});
