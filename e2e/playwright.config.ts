import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../prisma/launch/browser';

const executablePath = process.env.CHROMIUM_PATH ?? findBrowser();
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/**
 * For a register that is being served: "npm test" starts one. By hand, beside "npm run demo":
 * BASE_URL=… DEMO_PASSWORD=… npx playwright test --config=e2e/playwright.config.ts
 */
export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  forbidOnly: true,
  // The journeys share one register and two cores.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: {
    actionTimeout: 10_000,
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: browserArguments(),
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
