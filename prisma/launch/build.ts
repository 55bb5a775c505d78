import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForDataFolder } from '../data-folder.ts';
import { root, runTool } from './tools.ts';

const clientSources = ['prisma/schema/*.prisma', 'package-lock.json'];
const buildSources = [
  '{app,components}/**/*',
  'prisma/*.ts',
  'prisma/front/*.ts',
  'prisma/schema/*',
  ...['package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json'],
];

/** Generates the Prisma client if the schema has changed since. Resolves to whether it did. */
export async function generateClient(stopping: AbortSignal): Promise<boolean> {
  return renew('prisma/generated/source-hash', clientSources, async () => {
    const args = ['generate', '--config', 'prisma/prisma.config.ts'];
    const result = await runTool('prisma', args, { timeout: 120_000, stopping });
    if (!result.ok) throw new Error(`The Prisma client was not generated:\n${result.output}`);
  });
}

/** Builds the application if a source has changed since. Resolves to whether it did. */
export async function buildApplication(stopping: AbortSignal): Promise<boolean> {
  return renew('.next/source-hash', buildSources, async () => {
    console.log('Building the application …');
    const result = await runTool('next', ['build'], {
      timeout: 600_000,
      stopping,
      environment: { NODE_ENV: 'production' },
    });
    if (!result.ok) throw new Error(`The application was not built:\n${result.output}`);
  });
}

/** Runs `make` unless `stampPath` holds the hash of `sources`, and then writes it there. */
async function renew(
  stampPath: string,
  sources: readonly string[],
  make: () => Promise<void>,
): Promise<boolean> {
  // A demo and a test run may want to build at the same moment.
  const lock = await waitForDataFolder(join(root, '.data', 'build'), 900_000);
  try {
    const stamp = join(root, stampPath);
    const hash = hashOfFiles(sources);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
    rmSync(stamp, { force: true });
    await make();
    writeFileSync(stamp, hash);
    return true;
  } finally {
    lock.release();
  }
}

function hashOfFiles(patterns: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const entries = globSync([...patterns], { cwd: root, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const content = readFileSync(path);
    hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
