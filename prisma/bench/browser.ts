import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../launch/browser.ts';
import { elapsed, figuresOf, inTurns, type Measure } from './figures.ts';
import type { BenchRegister } from './register.ts';

/** The register's page as people meet it: its HTML, and a filter chosen in a browser. */
export async function measureBrowser(register: BenchRegister): Promise<Measure[]> {
  const html = await measureHtml(register);
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('There is no browser: what happens in it is not measured.');
    return html;
  }
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  try {
    const context = await browser.newContext();
    const cookies = register.client.cookie.split('; ').map((cookie) => {
      const at = cookie.indexOf('=');
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: register.baseUrl };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const script = await scriptOf(page, register);
    return [...html, script, await filterMeasure(page, register)];
  } finally {
    await browser.close();
  }
}

async function measureHtml({ client }: BenchRegister): Promise<Measure[]> {
  const paths = {
    all: '/register',
    'three filters': '/register?country=RU&classification.min=SECRET&status=in_use',
  };
  const firstByte = (path: string) => async () => {
    const begin = performance.now();
    let first: number | undefined;
    for await (const _ of await client.send(path)) first ??= performance.now() - begin;
    return [first ?? Number.NaN];
  };
  const found = await inTurns({
    all: firstByte(paths.all),
    'three filters': firstByte(paths['three filters']),
  });
  return Object.entries(found).map(([name, figures]) => ({
    name: `HTML: ${name}, first byte`,
    unit: 'ms',
    figures,
    limits: [],
  }));
}

/** Compressed, as the browser loads it for the first view. */
async function scriptOf(page: Page, { baseUrl }: BenchRegister): Promise<Measure> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize / 1000));
  });
  await page.goto(`${baseUrl}/register`, { waitUntil: 'networkidle' });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return {
    ...{ name: 'browser: script of the first load', unit: 'kB', limits: [] },
    figures: figuresOf([total]),
    target: { words: 'kB', found: total, most: 230 },
  };
}

const rounds = 7;

/** From the click on a filter until the new rows are painted. */
async function filterMeasure(page: Page, { baseUrl }: BenchRegister): Promise<Measure> {
  const samples: number[] = [];
  const filter = page.getByRole('button', { name: 'SECRET or above' });
  const status = page.getByRole('status').filter({ hasText: /deployments?$/ });
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${baseUrl}/register`, { waitUntil: 'networkidle' });
    const before = await status.textContent();
    samples.push(
      await elapsed(async () => {
        await filter.click();
        await page.waitForFunction(
          (text) => {
            const shown = [...document.querySelectorAll('[role=status]')];
            return shown.every(({ textContent }) => textContent !== text);
          },
          before,
          { polling: 'raf' },
        );
      }),
    );
  }
  return {
    ...{ name: 'browser: filter clicked until painted', unit: 'ms', limits: [] },
    figures: figuresOf(samples),
  };
}
