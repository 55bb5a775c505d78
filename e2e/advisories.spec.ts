import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from './fixtures';

/** The number under one of the labels that sum a part of the page up. */
async function figure(page: Page, part: string, label: string): Promise<number> {
  const item = page
    .getByRole('region', { name: part })
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) });
  return Number(((await item.locator('dd').textContent()) ?? '').replace(/\D/g, ''));
}

const previewIsThere = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Up to date with the rules' })).toBeVisible();

async function choose(page: Page, field: string, typed: string, option: string) {
  const combobox = page.getByRole('combobox', { name: field });
  // What is typed before the page answers opens no list.
  await expect(async () => {
    await combobox.fill('');
    await combobox.fill(typed);
    await page.getByRole('option', { name: option }).click({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Escape');
}

test('an entry of the library is adopted as a draft that shows what it would cover', async ({
  as,
}) => {
  const officer = await as('officer');
  await officer.goto('/advisories/library');
  await expect(officer.getByText('Adopted as NCSC-2017-12-01')).toBeVisible();
  await officer.getByRole('button', { name: 'Adopt PSPF-002-2025' }).click();
  await officer.waitForURL(/\/advisories\/[0-9a-f-]{36}$/);
  await expect(officer.getByText('Draft', { exact: true })).toBeVisible();
  await expect(officer.getByRole('region', { name: 'Rules' })).toContainText(
    'Products of AO Kaspersky Lab',
  );
  expect(await figure(officer, 'Preview', 'In scope')).toBeGreaterThan(0);

  await officer.goto('/advisories/library');
  await expect(officer.getByRole('button', { name: 'Adopt PSPF-002-2025' })).toHaveCount(0);
  await officer.getByRole('link', { name: 'PSPF-002-2025' }).click();
  await officer.getByRole('button', { name: 'Delete' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await officer.waitForURL('**/advisories');
});

test('an advisory is written with a preview, activated, changed and withdrawn', async ({ as }) => {
  test.slow();
  const reference = `E2E-${randomUUID().slice(0, 8)}`;
  const officer = await as('officer');
  await officer.goto('/advisories/new');
  // What is typed counts once the list of countries answers.
  await choose(officer, 'Jurisdiction', 'United King', 'United Kingdom (GB)');
  await officer.getByLabel('Title').first().fill('Anti-virus of Russian origin');
  await officer.getByLabel('Reference').fill(reference);
  await officer.getByLabel('Issuer').fill('National Cyber Security Centre');
  await officer.getByLabel('Issued on').fill('2017-12-01');
  await officer.getByRole('button', { name: 'Add a rule' }).click();
  await expect(officer.getByText('Rule A: Choose the countries')).toBeVisible();
  await officer.getByRole('button', { name: 'Save draft' }).click();
  const countries = officer.getByRole('combobox', { name: 'Any of these countries' });
  await expect(countries).toHaveAttribute('aria-invalid', 'true');

  await choose(officer, 'Any of these countries', 'Russ', 'Russia (RU)');
  await officer.getByRole('button', { name: 'Add a criterion' }).click();
  await officer.getByRole('menuitem', { name: 'Product category' }).click();
  await choose(officer, 'Any of these categories', 'Anti', 'Anti-virus');
  await officer.getByRole('button', { name: 'Add a criterion' }).click();
  await officer.getByRole('menuitem', { name: 'Classification' }).click();
  await officer.getByRole('combobox', { name: 'At least' }).click();
  await officer.getByRole('option', { name: 'SECRET', exact: true }).click();
  await previewIsThere(officer);
  await expect(officer.getByRole('region', { name: 'Rule A' })).toContainText(
    'Products of suppliers with headquarters, incorporation or ultimate parent in Russia; category Anti-virus; on systems classified SECRET or above.',
  );
  const matched = await figure(officer, 'Preview', 'In scope');
  expect(matched).toBeGreaterThan(0);
  await officer.getByRole('button', { name: 'Save draft' }).click();
  await officer.waitForURL(/\/advisories\/[0-9a-f-]{36}$/);
  expect(await figure(officer, 'Preview', 'In scope')).toBe(matched);

  await officer.getByRole('button', { name: 'Activate' }).click();
  const dialog = officer.getByRole('dialog');
  await expect(dialog).toContainText(`In scope${matched}`);
  await dialog.getByRole('button', { name: 'Activate' }).click();
  await expect(officer.getByText('Active', { exact: true })).toBeVisible();
  expect(await figure(officer, 'Scope', 'In scope')).toBe(matched);
  const address = officer.url();

  await officer
    .getByRole('region', { name: 'Scope' })
    .getByRole('link', { name: String(matched), exact: true })
    .first()
    .click();
  await officer.waitForURL(/\/register\?advisory=/);
  await expect(
    officer
      .getByRole('status')
      .filter({ hasText: /deployments?$/ })
      .first(),
  ).toContainText(String(matched));

  await officer.goto(`${address}/edit`);
  await expect(officer.getByText('a change makes version 2')).toBeVisible();
  await officer.getByRole('button', { name: 'Remove criterion: Classification' }).click();
  await officer.getByLabel('Reason for the change').fill('Widened by its issuer');
  await officer.getByRole('button', { name: 'Save as a new version' }).click();
  await officer.waitForURL(address);
  const versions = officer.getByRole('region', { name: 'Versions' });
  await expect(versions).toContainText('Version 2');
  await expect(versions).toContainText('Widened by its issuer');
  await expect(versions.getByRole('cell', { name: 'Rule A: scope' })).toBeVisible();
  expect(await figure(officer, 'Scope', 'In scope')).toBeGreaterThan(matched);

  await officer.getByRole('button', { name: 'Withdraw' }).click();
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(dialog).toContainText('Give a reason.');
  await dialog.getByLabel('Reason').fill('Lifted by its issuer');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(officer.getByText('This advisory was withdrawn')).toBeVisible();
  await expect(officer.getByRole('main')).toContainText('Lifted by its issuer');
});

test('a rule is tried out, and its address brings it back to somebody cleared for less', async ({
  as,
}) => {
  const officer = await as('officer');
  await officer.goto('/advisories?q=NCSC-2017-12-01');
  await officer.getByRole('table').getByRole('link', { name: 'NCSC-2017-12-01' }).click();
  await officer.waitForURL(/\/advisories\/[0-9a-f-]{36}$/);
  await officer.getByRole('link', { name: 'What if' }).click();
  await previewIsThere(officer);
  const before = await figure(officer, 'Preview', 'In scope');
  await officer.getByRole('button', { name: 'Remove rule A' }).click();
  await officer.getByRole('button', { name: 'Duplicate rule B' }).click();
  await expect(officer.getByRole('region', { name: 'Rule A' })).toBeVisible();
  await officer.getByRole('button', { name: 'Move rule A up' }).click();
  await expect(officer.getByText('Moved rule A to place 1 of 3.')).toBeAttached();
  await previewIsThere(officer);
  expect(await figure(officer, 'Preview', 'In scope')).toBeLessThan(before);
  await officer.waitForURL(/what-if\?issued=2017-12-01&rules=/);

  const official = await as('official');
  await official.goto(officer.url());
  await previewIsThere(official);
  await expect(official.getByRole('heading', { level: 3, name: /^Rule/ })).toHaveText([
    'Rule A',
    'Rule B',
    'Rule C',
  ]);
  const preview = official.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('cell', { name: 'OFFICIAL', exact: true })).toBeVisible();
  await expect(preview.getByText('SECRET')).toHaveCount(0);

  await official.getByRole('button', { name: 'Make this a draft advisory' }).click();
  await expect(official.getByLabel('Reference')).toBeVisible();
  await official.goto('/advisories/what-if?rules=nonsense');
  await expect(official.getByText('does not hold whole rules')).toBeVisible();
});

test('suppliers are named from the register, or by a name that is not recorded yet', async ({
  as,
}) => {
  const auditor = await as('auditor');
  await auditor.goto('/advisories/what-if');
  await auditor.getByRole('button', { name: 'Remove criterion: Origin' }).click();
  await auditor.getByRole('button', { name: 'Add a criterion' }).click();
  await auditor.getByRole('menuitem', { name: 'Named suppliers' }).click();
  const suppliers = auditor.getByRole('combobox', { name: 'Any of these suppliers' });
  await suppliers.fill('Kaspersky Lab');
  await auditor.getByRole('option', { name: /^AO Kaspersky Lab/ }).click();
  await suppliers.fill('Nobody has recorded this');
  await expect(auditor.getByRole('option', { name: /^Take “Nobody/ })).toBeVisible();
  await suppliers.press('Enter');
  await suppliers.press('Escape');
  await previewIsThere(auditor);
  await expect(auditor.getByRole('region', { name: 'Rule A' })).toContainText(
    'Products of AO Kaspersky Lab or Nobody has recorded this.',
  );
  await expect(auditor.getByText('not recorded yet', { exact: false }).first()).toBeVisible();
  expect(await figure(auditor, 'Preview', 'In scope')).toBeGreaterThan(0);
  await auditor.getByRole('button', { name: 'Remove Nobody has recorded this' }).click();
  await expect(auditor.getByRole('region', { name: 'Rule A' })).toContainText(
    'Products of AO Kaspersky Lab.',
  );
  await expect(auditor.getByRole('button', { name: 'Make this a draft' })).toHaveCount(0);
});
