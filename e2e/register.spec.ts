import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The exact number of rows that the page says there are. */
async function total(page: Page): Promise<number> {
  const words = page.getByText(/^[\d,]+ deployments?$/).first();
  await expect(words).toBeVisible();
  return Number(((await words.textContent()) ?? '').replace(/\D/g, ''));
}

const rows = (page: Page): Locator => page.getByRole('table').getByRole('row');

const searchField = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Supplier, alias, product or system' });

async function exported(page: Page): Promise<string[]> {
  const address = new URL(page.url());
  const response = await page.request.get(`/register/export.csv${address.search}`);
  expect(response.status()).toBe(200);
  return (await response.text()).trimEnd().split('\n');
}

test('shows what is SECRET or above in one click, and the file holds the same rows', async ({
  as,
}) => {
  const page = await as('officer');
  await page.goto('/register');
  const everything = await total(page);
  expect(everything).toBe(1500);
  await page.getByRole('button', { name: 'SECRET or above' }).click();
  await expect(page).toHaveURL(/classification\.min=SECRET/);
  await expect(async () => expect(await total(page)).toBeLessThan(everything)).toPass();
  const lines = await exported(page);
  expect(lines.length - 1).toBe(await total(page));
  expect(lines[0]).toMatch(/^deployment_id,supplier,country_of_origin,origin_facet,product,/);
});

test('keeps the whole view in its address, so that back, reload and a mailed link give it again', async ({
  as,
}) => {
  const page = await as('officer');
  await page.goto(
    '/register?country=RU&classification.min=SECRET&sort=-system&columns=product,system,classification',
  );
  const shown = await rows(page).allInnerTexts();
  expect(shown.length).toBeGreaterThan(1);
  await page.reload();
  expect(await rows(page).allInnerTexts()).toEqual(shown);
  await page
    .getByRole('columnheader', { name: /^System/ })
    .getByRole('link')
    .click();
  await expect(page).not.toHaveURL(/sort=-system/);
  await page.goBack();
  await expect(page).toHaveURL(/sort=-system/);
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).allInnerTexts()).toEqual(shown);
});

test('finds a supplier by an alias', async ({ as }) => {
  const page = await as('auditor');
  await page.goto('/register');
  const everything = await total(page);
  await searchField(page).fill('Kaspersky');
  await searchField(page).press('Enter');
  await expect(page).toHaveURL(/q=Kaspersky/);
  await expect(async () => expect(await total(page)).toBeLessThan(everything)).toPass();
  await expect(rows(page).nth(1)).toContainText(/Kaspersky/i);
});

test('pages through all rows without losing or repeating one', async ({ as }) => {
  const page = await as('officer');
  await page.goto('/register?country=CN');
  const count = await total(page);
  const seen: string[] = [];
  for (;;) {
    const links = await page
      .getByRole('table')
      .getByRole('row')
      .getByRole('link')
      .evaluateAll((all) =>
        all
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => /^\/register\/[0-9a-f-]{36}$/.test(href)),
      );
    seen.push(...links);
    const next = page.getByRole('link', { name: 'Next' });
    if ((await next.count()) === 0) break;
    const address = page.url();
    await next.click();
    await expect(page).not.toHaveURL(address);
    await expect(page.getByRole('table')).not.toHaveAttribute('aria-busy', 'true');
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(count);
});

test('names a filter that it cannot understand, on the page, in CSV and in JSON', async ({
  as,
}) => {
  const page = await as('officer');
  for (const query of [
    'country=Atlantis',
    'colour=red',
    'due.before=2026-02-31',
    'sort=beauty',
    'after=xyz',
  ]) {
    await page.goto(`/register?${query}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      query.split('=')[0] as string,
    );
    await expect(page.getByRole('table')).toHaveCount(0);
    for (const path of ['/register/export.csv', '/api/register']) {
      const response = await page.request.get(`${path}?${query}`);
      expect(response.status(), `${path}?${query}`).toBe(400);
    }
  }
});

test('is used with the keyboard alone', async ({ as }) => {
  const page = await as('officer');
  await page.goto('/register?country=RU');
  await searchField(page).focus();
  await page.keyboard.type('anti');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=anti/);
  const box = page.getByRole('table').getByRole('checkbox').nth(1);
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  const propose = page.getByRole('button', { name: 'Propose a decision' });
  await propose.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('shows nobody a row above the own clearance: not by count, search, address or file', async ({
  as,
}) => {
  const officer = await as('officer');
  await officer.goto('/register?classification.min=SECRET');
  const link = officer.getByRole('table').getByRole('row').nth(1).getByRole('link').first();
  const address = (await link.getAttribute('href')) as string;

  const official = await as('official');
  await official.goto('/register');
  const lines = await exported(official);
  expect(lines.length - 1).toBe(await total(official));
  expect(lines.join('\n')).not.toMatch(/,(SECRET|TOP SECRET|UNSETTLED),/);
  const json = await (await official.request.get('/api/register?classification.min=SECRET')).json();
  expect(json).toMatchObject({ rows: [], total: 0 });
  expect((await official.goto(address))?.status()).toBe(404);
});

test('shows the columns that were chosen, in the file too', async ({ as }) => {
  const page = await as('auditor');
  await page.goto('/register');
  await page.getByRole('button', { name: /Columns/ }).click();
  await page.getByRole('checkbox', { name: 'Owner' }).check();
  await expect(page).toHaveURL(/columns=.*owner/);
  await expect(page.getByRole('columnheader', { name: /^Owner/ })).toBeVisible();
  expect((await exported(page))[0]).toMatch(/,owner$/);
});
