import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopEmbedded } from '../embedded.ts';
import { ensureBrowser } from './browser.ts';
import { buildApplication } from './build.ts';
import { staticSteps } from './check.ts';
import { connectionsElsewhere } from './connections.ts';
import {
  atLeastOneFailure,
  type Counts,
  countsOfPlaywright,
  countsOfVitest,
  Score,
} from './score.ts';
import { serve } from './serve.ts';
import { countStep, runStep } from './step.ts';
import { runTool } from './tools.ts';

/**
 * Every check and test there is. One that fails does not keep the others from running, and the
 * last line is always the sum. Resolves to the exit status.
 */
export async function test(stopping: AbortSignal): Promise<number> {
  const score = new Score();
  for (const name of operatorSettings) delete process.env[name];
  const folder = await mkdtemp(join(tmpdir(), 'register-run-'));
  try {
    // PostgreSQL's own user has to pass through.
    await chmod(folder, 0o711);
    for (const step of staticSteps) score.add(await runStep(step, { stopping }));
    score.add(
      await countStep('unit and integration', { stopping }, () => vitest(folder, stopping)),
    );
    score.add(await countStep('build', { stopping }, () => build(stopping)));
    score.add(await countStep('browser', { stopping }, () => playwright(folder, stopping)));
  } catch (error) {
    console.log((error as Error).message);
    score.add({ passed: 0, failed: 1 });
  } finally {
    await stopServersIn(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const failure of score.failures) console.log(`failed: ${failure}`);
  console.log(String(score));
  process.send?.('summed');
  return score.failed > 0 ? 1 : 0;
}

/** The tests run on a register of their own, whatever the shell says about another one. */
const operatorSettings = [
  ...['APP_DATABASE_URL', 'BASE_URL', 'BETTER_AUTH_SECRET', 'BETTER_AUTH_URL', 'DATABASE_URL'],
  ...['APP_DATABASE_READ_URL', 'DATABASE_READ_URL'],
  ...['DATA_DIR', 'DEMO_PASSWORD', 'HISTORY_KEY_FILE', 'HOST', 'PORT', 'LOG', 'TRUSTED_PROXIES'],
  ...['API_LIMIT', 'EXPORT_LIMIT', 'UPLOAD_LIMIT', 'UPLOAD_MEGABYTES'],
];

/** A test process that was killed leaves its database running. */
async function stopServersIn(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await stopEmbedded(join(folder, name));
}

async function vitest(folder: string, stopping: AbortSignal): Promise<Counts> {
  const report = join(folder, 'vitest.json');
  const args = [
    ...['run', '--allowOnly=false', '--project=unit', '--project=db'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const result = await runTool('vitest', args, {
    timeout: 1_200_000,
    stopping,
    show: true,
    // Its temporary servers then stand in this run's folder.
    environment: { TMPDIR: folder },
  });
  if (!result.ok) console.log(`unit and integration: ${result.why}`);
  return atLeastOneFailure(countsOfVitest(report), result.ok);
}

async function build(stopping: AbortSignal): Promise<Counts> {
  await buildApplication(stopping);
  return { passed: 1, failed: 0 };
}

/** Browser tests against the production build, on a sample register that is thrown away. */
async function playwright(folder: string, stopping: AbortSignal): Promise<Counts> {
  const browser = await ensureBrowser(stopping);
  const report = join(folder, 'playwright.json');
  await using resources = new AsyncDisposableStack();
  const dataFolder = join(folder, 'demo');
  const connectionsFile = join(folder, 'connections');
  const served = await serve(
    { mode: 'demo', dataFolder, throwaway: true, connectionsFile, stopping },
    resources,
  );
  const result = await runTool('playwright', ['test', '--config=e2e/playwright.config.ts'], {
    timeout: 1_800_000,
    stopping,
    show: true,
    environment: {
      BASE_URL: served.baseUrl,
      DEMO_PASSWORD: served.samplePassword ?? '',
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  });
  if (!result.ok) console.log(`browser: ${result.why}`);
  const counts = atLeastOneFailure(countsOfPlaywright(report), result.ok);
  const elsewhere = connectionsElsewhere(connectionsFile, served.ownerUrl);
  if (!elsewhere) return { ...counts, passed: counts.passed + 1 };
  const failures = [...(counts.failures ?? []), elsewhere];
  return { ...counts, failed: counts.failed + 1, failures };
}
