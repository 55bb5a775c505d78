import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
}

async function rehearse(page: Page, kind: string): Promise<void> {
  await page.getByRole('combobox', { name: 'The file holds' }).selectOption({ label: kind });
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What it would change' })).toBeVisible({
    timeout: 30_000,
  });
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apply to the register' }).click();
  await expect(page.getByRole('heading', { name: 'What it changed' })).toBeVisible({
    timeout: 30_000,
  });
}

const header = 'Vendor;Country;Software;Type;Department;System;Classification;Version';

test('an inventory is rehearsed, mended, applied, applied again without effect, and undone', async ({
  as,
}) => {
  const steward = await as('steward');
  const mark = randomUUID().slice(0, 8);
  const line = (product: string, country: string, version: string) =>
    `Würfel ${mark} GmbH;${country};${product};network;Import Office ${mark};Routing ${mark};SECRET;${version}`;

  await upload(
    steward,
    `bad ${mark}.csv`,
    [header, line('Würfel Switch', 'Atlantis', '1')].join('\r\n'),
  );
  await rehearse(steward, 'Inventory');
  await expect(steward.getByRole('heading', { name: '1 problem on 1 line' })).toBeVisible();
  await expect(steward.getByRole('row', { name: /^2 Country Atlantis/ })).toBeVisible();
  await expect(steward.getByRole('button', { name: 'Apply to the register' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  const good = `\uFEFF${[header, line('Würfel Switch', 'Germany', '1'), line('=Würfel Router', 'DEU', '2')].join('\r')}`;
  await upload(steward, `good ${mark}.csv`, good);
  await rehearse(steward, 'Inventory');
  await expect(steward.getByText('Every line can be read')).toBeVisible();
  await apply(steward);

  await steward.goto(`/register?q=${mark}`);
  await expect(steward.getByRole('status').filter({ hasText: /^2 deployments$/ })).toBeVisible();
  const csv = await (
    await steward.request.get(`/register/export.csv?q=${mark}&columns=product,country_of_origin`)
  ).text();
  expect(csv).toContain(`'=Würfel Router,DE`);

  await upload(steward, `again ${mark}.csv`, good);
  await rehearse(steward, 'Inventory');
  await expect(steward.getByRole('row', { name: /^Deployments 0 0 2$/ })).toBeVisible();

  await steward.goto('/imports');
  await steward.getByRole('link', { name: `good ${mark}.csv` }).click();
  await steward.getByRole('link', { name: 'Undo' }).click();
  await steward.getByRole('button', { name: /Undo/ }).click();
  await expect(steward.getByRole('heading', { name: 'What it had changed' })).toBeVisible({
    timeout: 30_000,
  });
  await steward.goto(`/register?q=${mark}`);
  await expect(steward.getByRole('status').filter({ hasText: /^0 deployments$/ })).toBeVisible();
});

test('an auditor cannot import', async ({ as }) => {
  const auditor = await as('auditor');
  await auditor.goto('/imports/new');
  await expect(auditor).toHaveURL(/no-permission/);
  const response = await auditor.request.post('/imports/upload', {
    data: 'a,b\n1,2\n',
    headers: { 'X-File-Name': 'x.csv', 'Content-Type': 'text/csv' },
  });
  expect(response.status()).toBe(403);
});

const firewallVendors = '../shared/data/hardware-firewall-vendors.csv';

test('a real list of suppliers with countries in words is understood', async ({ as }) => {
  test.skip(!existsSync(firewallVendors), 'The trial data is not there.');
  const steward = await as('steward');
  await steward.goto('/imports/new');
  await steward.locator('input[type=file]').setInputFiles(firewallVendors);
  await steward.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await rehearse(steward, 'Suppliers');
  await expect(steward.getByText('Every line can be read')).toBeVisible();
});

test('a name that resembles a known supplier is matched by a person, and bad lines come back with the reason', async ({
  as,
}) => {
  const steward = await as('steward');
  const mark = randomUUID().slice(0, 8);
  const file = (lines: string[]) => ['Maker,Software', ...lines].join('\n');
  await upload(
    steward,
    `products ${mark}.csv`,
    file([`"Example Harbour Software, GmbH ${mark}",Tide ${mark}`, `,Nameless ${mark}`]),
  );
  await steward
    .getByRole('combobox', { name: 'Read Maker as' })
    .selectOption({ label: 'Supplier (needed)' });
  await steward.getByLabel('Save for other files under the name').fill(`Makers ${mark}`);
  await rehearse(steward, 'Products');
  await expect(steward.getByRole('heading', { name: '1 problem on 1 line' })).toBeVisible();
  const rejected = await steward.request.get(`${new URL(steward.url()).pathname}/rejected.csv`);
  expect(await rejected.text()).toMatch(
    new RegExp(`^Maker,Software,reason\\r?\\n,Nameless ${mark},.+`),
  );

  // Two new suppliers that resemble each other, in a file with the header whose mapping was saved.
  await upload(
    steward,
    `more ${mark}.csv`,
    file([`Quillfeather ${mark} Ltd,Pen ${mark}`, `Quillfeather ${mark} GmbH,Ink ${mark}`]),
  );
  await steward.getByRole('button', { name: `Makers ${mark}` }).click();
  await rehearse(steward, 'Products');
  const apply = steward.getByRole('button', { name: 'Apply to the register' });
  await expect(apply).toHaveAttribute('aria-disabled', 'true');
  await steward.getByRole('button', { name: 'All are the same' }).click();
  await steward.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(apply).not.toHaveAttribute('aria-disabled', 'true');
});
