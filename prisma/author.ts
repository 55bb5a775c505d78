import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './embedded.ts';
import { withSchemaEngine } from './schema-engine.ts';

const schemaFolder = join(import.meta.dirname, 'schema');
const migrationsFolder = join(import.meta.dirname, 'migrations');
const snapshotPath = join(migrationsFolder, 'schema.snapshot.prisma');

const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration:new -- name_in_lower_case');
  process.exit(1);
}

const before = existsSync(snapshotPath) ? await readFile(snapshotPath, 'utf8') : undefined;
const after = await currentSchema();
const sql = await difference(before, after);

if (!sql || /^\s*(-- This is an empty migration\.)?\s*$/.test(sql)) {
  console.log('The schema has not changed since the last migration.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), sql);
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await writeFile(snapshotPath, after);
  console.log(`Written: ${join(folder, 'migration.sql')}\nRead it before you commit it.`);
}

/** All files as one text, in the order of their names. */
async function currentSchema(): Promise<string> {
  const names = (await readdir(schemaFolder)).filter((file) => file.endsWith('.prisma')).sort();
  const texts = names.map((file) => readFile(join(schemaFolder, file), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** The SQL that leads from one schema text to another; nothing is read from a database. */
async function difference(before: string | undefined, after: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'register-author-'));
  // The engine asks a server for its version before it compares anything.
  const server = await startEmbedded(folder, { throwaway: true });
  try {
    const { stdout } = await withSchemaEngine(server.ownerUrl, (engine) =>
      engine.diff({
        from: before === undefined ? { tag: 'empty' } : datamodel(before),
        to: datamodel(after),
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return stdout;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

function datamodel(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
}
