import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectNoViolation } from './violations';

/** Exports what the page shows, as a person would; gives the file and leads to its receipt. */
async function exportFrom(page: Page): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Export/ }).click(),
  ]);
  const content = readFileSync(await download.path());
  await page.getByRole('link', { name: 'Receipt', exact: true }).click();
  await page.waitForURL(/\/receipts\/[0-9a-f-]{36}$/);
  return { name: download.suggestedFilename(), content };
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/receipts/verify');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.waitForURL(/sha256=/);
}

/** The day in UTC. */
const today = () => new Date().toISOString().slice(0, 10);

test('an auditor goes back to a day, filters, exports, reads the receipt, verifies the file, and sees one byte that was changed', async ({
  as,
}) => {
  const auditor = await as('auditor');
  await auditor.goto('/register?country=RU&sort=-system');
  await auditor.getByRole('button', { name: 'As at' }).click();
  await auditor.getByLabel('As it was at the end of the day, in UTC').fill(today());
  await auditor.getByRole('button', { name: 'Show the past' }).click();
  await auditor.waitForURL(/asOf=/);
  await expect(auditor.getByText('This is the past, for reading only.')).toBeVisible();
  await expect(auditor.getByRole('button', { name: 'Propose a decision' })).toHaveCount(0);
  const total = auditor.getByText(/^[\d,]+ deployments?$/).first();
  const shown = Number(((await total.textContent()) ?? '').replace(/\D/g, ''));
  const { name, content } = await exportFrom(auditor);
  const lines = content.toString().trimEnd().split('\n');
  expect(lines.length - 1).toBe(shown);

  const main = auditor.getByRole('main');
  await expect(main).toContainText(name);
  await expect(main).toContainText(createHash('sha256').update(content).digest('hex'));
  const query = auditor.getByRole('link', { name: 'country=RU&sort=-system' });
  await expect(query).toHaveAttribute('href', /^\/register\?country=RU&sort=-system&asOf=.*Z$/);
  await auditor.getByRole('button', { name: 'Run the query again' }).click();
  await expect(main.getByRole('status')).toContainText('The same bytes');

  const address = auditor.url();
  const receipt = await (await auditor.request.get(`${address}/receipt.json`)).json();
  expect(receipt).toMatchObject({ fileName: name, rowCount: shown, byteCount: content.length });
  const described = await (await auditor.request.get(`${address}/metadata.json`)).json();
  const columns = described.tableSchema.columns as { titles: string }[];
  expect(columns.map(({ titles }) => titles).join(',')).toBe(lines[0]);

  await drop(auditor, name, content);
  await expect(main).toContainText('We issued this file, and it has not been changed since');
  await expect(main.getByRole('table')).toContainText(receipt.exportedBy.name);
  const changed = Buffer.from(content);
  changed.write('X', content.length - 3);
  await drop(auditor, name, changed);
  await expect(main.getByRole('alert')).toContainText('We did not issue this file as it is');
  await main.getByRole('table').getByRole('link').first().click();
  await expect(auditor).toHaveURL(address);
});

test('the holder of a file learns that it is genuine, but not whose it was', async ({ as }) => {
  const officer = await as('officer');
  await officer.goto('/register?classification.min=SECRET&country=CN');
  const { name, content } = await exportFrom(officer);
  const address = officer.url();

  const official = await as('official');
  expect((await official.goto(address))?.status()).toBe(404);
  await drop(official, name, content);
  const main = official.getByRole('main');
  await expect(main).toContainText('We issued this file');
  await expect(main).toContainText('under receipts that you may not see');
  await expect(main.getByRole('table')).toHaveCount(0);

  await official.getByLabel('SHA-256 of the file').fill('0'.repeat(64));
  await official.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(main.getByRole('alert')).toContainText('We did not issue this file');
});

test('what keeps no versions is verified by its hash alone', async ({ as }) => {
  const auditor = await as('auditor');
  await auditor.goto('/suppliers');
  const { name, content } = await exportFrom(auditor);
  await expect(auditor.getByRole('main')).toContainText('This table keeps no versions');
  await drop(auditor, name, content);
  await expect(auditor.getByRole('main')).toContainText('We issued this file');
});

test('a receipt and what is said of its file have no violation', async ({ as }) => {
  const auditor = await as('auditor');
  await auditor.goto('/register?country=RU&columns=system');
  const { name, content } = await exportFrom(auditor);
  await auditor.getByRole('button', { name: 'Run the query again' }).click();
  await expect(auditor.getByText('The same bytes', { exact: true })).toBeVisible();
  await expectNoViolation(auditor);
  await auditor.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').click();
  // The title comes after the page itself.
  await expect(auditor).toHaveTitle(/^Receipts/);
  await expect(auditor.getByRole('table')).toBeVisible();
  await expectNoViolation(auditor);
  for (const file of [content, Buffer.concat([content, Buffer.from('one more line\n')])]) {
    await drop(auditor, name, file);
    await expect(auditor.getByRole('main').getByRole('table')).toBeVisible();
    await expectNoViolation(auditor);
  }
});

const markings = (page: Page) => page.getByRole('region', { name: /^Protective marking/ });

test('each page carries the marking of what it holds, on both edges and in print', async ({
  as,
}) => {
  const auditor = await as('auditor');
  for (const [path, marking] of [
    ['/register', /^TOP SECRET/],
    ['/register?classification=OFFICIAL&q=Council', /^OFFICIAL/],
    ['/suppliers', /^TOP SECRET/],
    ['/account', /^OFFICIAL$/],
    ['/there-is-no-such-page', /^OFFICIAL$/],
  ] as const) {
    await auditor.goto(path);
    for (const media of ['screen', 'print'] as const) {
      await auditor.emulateMedia({ media });
      await expect(markings(auditor), `${path} ${media}`).toHaveText([marking, marking]);
      for (const edge of await markings(auditor).all()) await expect(edge).toBeVisible();
    }
    await auditor.emulateMedia({ media: 'screen' });
  }
});

test('the marking follows from page to page without a reload', async ({ as }) => {
  const official = await as('official');
  await official.goto('/account');
  await official.getByRole('link', { name: 'Register', exact: true }).click();
  await expect(official).toHaveURL(/\/register$/);
  await expect(markings(official)).toHaveText([/^OFFICIAL-SENSITIVE/, /^OFFICIAL-SENSITIVE/]);
  await official.goBack();
  await expect(markings(official)).toHaveText(['OFFICIAL', 'OFFICIAL']);
});
