import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { runProgram, runTool } from './tools.ts';

const installedBySystem = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The Chromium for browser tests: Playwright's own, else the system's. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...installedBySystem].find((path) => existsSync(path));
}

/** Needed where root runs the browser, and in networks that lead nowhere. */
export function browserArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ];
}

/**
 * Finds a browser or installs one.
 * @throws Error that says what to do, when none can be had
 */
export async function ensureBrowser(stopping: AbortSignal): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium with apt-get …');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    const options = { timeout: 600_000, stopping, environment };
    await runProgram('apt-get', ['update', '-q'], options);
    await runProgram('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], options);
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log('Installing Chromium with Playwright …');
  await runTool('playwright', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], {
    timeout: 300_000,
    stopping,
    environment: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'There is no browser for the browser tests, and none could be installed. Install one as ' +
      '/usr/bin/chromium ("apt-get install chromium"), or run "npx playwright install chromium".',
  );
}
