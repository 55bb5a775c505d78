import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';

test('a supplier is recorded with its origin, and stays Not recorded until then', async ({
  as,
}) => {
  const steward = await as('steward');
  const name = `Ærøskøbing "Data", 株式会社 ${randomUUID().slice(0, 8)}`;
  await steward.goto('/suppliers/new');
  await steward.getByLabel(/^Name/).fill(name);
  await steward.getByRole('button', { name: 'Add supplier' }).click();
  await expect(steward.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(steward.getByText('Not recorded').first()).toBeVisible();

  await steward.getByRole('button', { name: 'Add fact' }).click();
  const dialog = steward.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('Japan');
  await steward.getByRole('option', { name: 'Japan' }).click();
  await dialog.getByLabel(/^Source/).fill('Register of companies');
  await dialog.getByRole('button', { name: 'Save fact' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(steward.getByRole('main')).toContainText('Register of companies');
  await expect(steward.getByText('Country of origin not recorded')).toHaveCount(0);
});

test('a form says at the field what is wrong, and keeps what was typed', async ({ as }) => {
  const steward = await as('steward');
  await steward.goto('/suppliers/new');
  await steward.getByLabel(/^Website/).fill('javascript:alert(1)');
  await steward.getByRole('button', { name: 'Add supplier' }).click();
  await expect(steward.getByLabel(/^Name/)).toHaveAttribute('aria-invalid', 'true');
  await expect(steward.getByLabel(/^Website/)).toHaveAttribute('aria-invalid', 'true');
  await expect(steward.getByLabel(/^Website/)).toHaveValue('javascript:alert(1)');
});

test('a record of the past is for reading only, leads to the same moment, and says when it was not there yet', async ({
  as,
}) => {
  const steward = await as('steward');
  await steward.goto('/register?q=Kaspersky&asOf=2999-01-01');
  await steward.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await steward.waitForURL(/\/register\/[0-9a-f-]{36}\?asOf=2999-01-01$/);
  const main = steward.getByRole('main');
  await main
    .getByRole('link', { name: /Kaspersky/ })
    .first()
    .click();
  await steward.waitForURL(/\/suppliers\/[0-9a-f-]{36}\?asOf=2999-01-01$/);
  await expect(main.getByText('This is the past, for reading only.')).toBeVisible();
  for (const name of ['Add fact', 'Add alias', 'Delete']) {
    await expect(main.getByRole('button', { name })).toHaveCount(0);
  }
  const address = steward.url().split('?')[0];
  await steward.goto(`${address}?asOf=2000-01-01`);
  await expect(main).toContainText('It was not recorded then');
  await steward.goto(`${address}?asOf=yesterday`);
  await expect(main.getByRole('alert')).toContainText('asOf=yesterday');
  await main.getByRole('link', { name: 'Leave it out' }).click();
  await expect(main.getByRole('button', { name: 'Add fact' })).toBeVisible();
});

test('an address of nothing, or of nonsense, is not found', async ({ as }) => {
  const steward = await as('steward');
  for (const path of [
    '/suppliers/not-an-id',
    `/suppliers/${randomUUID()}`,
    `/products/${randomUUID()}`,
    `/systems/${randomUUID()}`,
    `/organisations/${randomUUID()}`,
    `/register/${randomUUID()}`,
    `/deployments/${randomUUID()}/edit`,
    `/imports/${randomUUID()}`,
    '/nothing-here',
  ]) {
    expect((await steward.goto(path))?.status(), path).toBe(404);
  }
});

test("a supplier's page shows its facts with sources, its owners and where its products run", async ({
  as,
}) => {
  const auditor = await as('auditor');
  await auditor.goto('/suppliers?q=AO Kaspersky Lab');
  await auditor.getByRole('table').getByRole('link', { name: 'AO Kaspersky Lab' }).click();
  await expect(auditor.getByRole('heading', { level: 1, name: 'AO Kaspersky Lab' })).toBeVisible();
  const main = auditor.getByRole('main');
  await expect(main).toContainText('Headquarters');
  await expect(main).toContainText('Russia');
  await expect(
    main.getByRole('link', { name: /Kaspersky Endpoint Security/ }).first(),
  ).toBeVisible();
  await expect(main.getByRole('button', { name: /Add/ })).toHaveCount(0);
});
