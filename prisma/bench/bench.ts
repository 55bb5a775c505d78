import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureBrowser } from './browser.ts';
import { measureChanges } from './changes.ts';
import { measureExports } from './exports.ts';
import type { Measure } from './figures.ts';
import { measureImports } from './imports.ts';
import { measureLoad } from './load.ts';
import { benchOptions } from './options.ts';
import { measurePages } from './pages.ts';
import { type BenchRegister, openRegister } from './register.ts';
import { machineWords, type Report, reportLines, tableOf } from './report.ts';

type Group = (register: BenchRegister) => Promise<Measure[]>;

const groups: Readonly<Record<string, Group>> = {
  pages: measurePages,
  exports: measureExports,
  imports: measureImports,
  changes: measureChanges,
  browser: measureBrowser,
  load: measureLoad,
};

/** Measures the product on registers of its own; resolves to the exit status. */
export async function bench(args: readonly string[], stopping: AbortSignal): Promise<number> {
  const options = benchOptions(args, Object.keys(groups));
  const folder = options.data
    ? resolve(options.data)
    : await mkdtemp(join(tmpdir(), 'register-bench-'));
  // PostgreSQL's own user has to pass through.
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  // They are for people, who do not ask as fast.
  Object.assign(process.env, {
    ...{ API_LIMIT: '1000000', EXPORT_LIMIT: '1000000', UPLOAD_LIMIT: '1000000' },
    LOG: process.env.LOG ?? 'failures',
  });
  const only = options.only.length > 0 ? options.only : Object.keys(groups);
  const report: Report = { machine: machineWords(), node: process.version, sizes: [] };
  try {
    for (const rows of options.rows) {
      await using resources = new AsyncDisposableStack();
      const register = await openRegister(rows, folder, stopping, resources);
      const measures: Measure[] = [];
      for (const name of only) {
        stopping.throwIfAborted();
        console.error(`Measuring ${name} at ${rows} deployments …`);
        const found = (await groups[name]?.(register)) ?? [];
        console.error(tableOf(found).join('\n'));
        measures.push(...found);
      }
      report.sizes.push({ rows, measures });
    }
  } finally {
    if (!options.data) await rm(folder, { recursive: true, maxRetries: 5 });
  }
  console.log(options.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n'));
  return 0;
}
