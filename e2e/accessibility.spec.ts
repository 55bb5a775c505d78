import { expect, type Person, test } from './fixtures';
import { expectNoViolation } from './violations';

const pages: readonly [path: string, person: Person][] = [
  ['/register', 'officer'],
  ['/register?country=none&classification.min=SECRET', 'officer'],
  ['/register?country=Atlantis', 'officer'],
  ['/register?q=nothing-is-called-this', 'officer'],
  ['/register/changes', 'auditor'],
  ['/advisories', 'officer'],
  ['/advisories/library', 'officer'],
  ['/advisories/new', 'officer'],
  ['/advisories/what-if', 'auditor'],
  ['/advisories/what-if?rules=nonsense', 'auditor'],
  ['/decisions', 'officer'],
  ['/decisions/approvals', 'approver'],
  ['/decisions/over-reach', 'officer'],
  ['/advisories/missing-facts', 'officer'],
  ['/advisories/returns', 'officer'],
  ['/advisories/missing-facts?kind=nonsense', 'officer'],
  ['/suppliers', 'steward'],
  ['/suppliers/new', 'steward'],
  ['/products', 'steward'],
  ['/products/new', 'steward'],
  ['/systems', 'steward'],
  ['/systems/new', 'steward'],
  ['/organisations', 'steward'],
  ['/organisations/new', 'steward'],
  ['/deployments/new', 'steward'],
  ['/imports', 'steward'],
  ['/imports/new', 'steward'],
  ['/receipts', 'auditor'],
  ['/receipts?state=incomplete', 'auditor'],
  ['/receipts/verify', 'auditor'],
  [`/receipts/verify?sha256=${'0'.repeat(64)}`, 'auditor'],
  ['/receipts/verify?sha256=none', 'auditor'],
  ['/history', 'auditor'],
  ['/history?entity=decision&action=update', 'auditor'],
  ['/users', 'admin'],
  ['/users/new', 'admin'],
  ['/groups/new', 'admin'],
  ['/settings', 'admin'],
  ['/account', 'auditor'],
  ['/account/second-factor', 'auditor'],
  ['/no-permission', 'auditor'],
  ['/there-is-no-such-page', 'auditor'],
];

/** Pages of the first record in a list. */
const records: readonly [list: string, person: Person][] = [
  ['/register?decision=remove', 'officer'],
  ['/register?decision=remove&asOf=2999-01-01', 'officer'],
  ['/advisories?status=active', 'officer'],
  ['/advisories?status=draft', 'officer'],
  ['/suppliers?q=Kaspersky', 'steward'],
  ['/products', 'steward'],
  ['/systems', 'steward'],
  ['/organisations', 'steward'],
  ['/history', 'auditor'],
  ['/users', 'admin'],
];

for (const [path, person] of pages) {
  test(`${path} has no violation`, async ({ as }) => {
    const page = await as(person);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolation(page);
  });
}

for (const [list, person] of records) {
  test(`a record of ${list} has no violation`, async ({ as }) => {
    const page = await as(person);
    await page.goto(list);
    await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toBeVisible();
    await expectNoViolation(page);
  });
}

test('the editor of an advisory has no violation', async ({ as }) => {
  const page = await as('officer');
  await page.goto('/advisories?status=active');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Change' }).click();
  await expect(page.getByText('Up to date with the rules')).toBeVisible();
  await expectNoViolation(page);
});

test('/sign-in has no violation', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolation(page);
});
