import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';

test('an administrator adds a person, who sets a password by a link that works once', async ({
  as,
  browser,
  contextOptions,
}) => {
  const address = `newcomer-${randomUUID().slice(0, 8)}@example.test`;
  const admin = await as('admin');
  await admin.goto('/users/new');
  await admin.getByLabel(/^Name/).fill('Nia Newcomer');
  await admin.getByLabel(/^E-mail/).fill(address);
  await admin.getByLabel('Auditor').check();
  await admin.getByRole('button', { name: 'Add user' }).click();
  const link = (await admin.getByText(/\/sign-in\/invitation\?token=/).textContent()) ?? '';

  const newcomer = await (await browser.newContext(contextOptions)).newPage();
  await newcomer.goto(link);
  await newcomer.getByLabel(/^New password/).fill('short');
  await newcomer.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(newcomer.getByLabel(/^New password/)).toHaveAccessibleDescription(/at least/);
  await newcomer.getByLabel(/^New password/).fill(`a long password ${randomUUID()}`);
  await newcomer.getByRole('button', { name: 'Set the password and sign in' }).click();
  await newcomer.waitForURL('**/register');
  // Nothing was granted but the role: no clearance, no row.
  await expect(newcomer.getByText('The register is empty')).toBeVisible();

  await newcomer.context().clearCookies();
  await newcomer.goto(link);
  await expect(newcomer.getByLabel(/^New password/)).toHaveCount(0);
  await newcomer.context().close();
});

test('nobody but an administrator manages users, and no administrator the own rights', async ({
  as,
}) => {
  const officer = await as('officer');
  await officer.goto('/users');
  await expect(officer).toHaveURL(/no-permission/);

  const admin = await as('admin');
  await admin.goto('/users?q=admin@example.test');
  await admin.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await admin.waitForURL(/\/users\/[0-9a-f-]{36}$/);
  await admin.goto(`${admin.url()}/edit`);
  await admin.getByLabel('Risk officer').check();
  await admin.getByRole('button', { name: 'Save changes' }).click();
  await expect(admin.getByRole('main').getByRole('alert')).toContainText('another administrator');
  await admin.reload();
  await expect(admin.getByLabel('Risk officer')).not.toBeChecked();
});
