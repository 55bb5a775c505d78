import { randomUUID } from 'node:crypto';
import { oneTimeCode, stepAt } from '../app/_domain/one-time-code';
import { expect, type Page, test } from './fixtures';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows for the key which the page offers for typing. */
function codeOf(typed: string, ahead = 0): string {
  const bits = [...typed.replaceAll(' ', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return oneTimeCode(secret, stepAt(new Date()) + ahead);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tova Twice' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/sign-in');
}

test('a person sets up an app and a passkey, and signs in with each', async ({
  as,
  browser,
  contextOptions,
}) => {
  // Three sign-ins, each with a slow hash.
  test.slow();
  const address = `twice-${randomUUID().slice(0, 8)}@example.test`;
  const password = `several words ${randomUUID()}`;
  const admin = await as('admin');
  await admin.goto('/users/new');
  await admin.getByLabel(/^Name/).fill('Tova Twice');
  await admin.getByLabel(/^E-mail/).fill(address);
  await admin.getByLabel('Auditor').check();
  await admin.getByRole('button', { name: 'Add user' }).click();
  const link = (await admin.getByText(/\/sign-in\/invitation\?token=/).textContent()) ?? '';
  const page = await (await browser.newContext(contextOptions)).newPage();
  await page.goto(link);
  await page.getByLabel(/^New password/).fill(password);
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await page.waitForURL('**/register');

  // An authenticator app.
  await page.goto('/account');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await page.getByText('No camera?').click();
  const typed = (await page.locator('details code').textContent()) ?? '';
  await page.getByLabel(/^Present password/).fill(password);
  await page.getByLabel(/^Code/).fill(codeOf(typed));
  await page.getByRole('button', { name: 'Use this app' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL('**/account');

  await signOut(page);
  await page.getByLabel('E-mail').fill(address);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/sign-in/second-factor**');
  // Nothing else opens before that.
  await page.goto('/suppliers');
  await expect(page).toHaveURL(/second-factor\?next=%2Fsuppliers/);
  await page.getByLabel(/^Code/).fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel(/^Code/)).toHaveAccessibleDescription(/wrong/);
  await page.getByLabel(/^Code/).fill(codeOf(typed, 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/suppliers');
  // A passkey, in a device that Chromium plays.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Test device');
  await dialog.getByLabel(/^Present password/).fill(password);
  await dialog.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(page.getByRole('cell', { name: 'Test device' })).toBeVisible();
  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/register');
  await page.context().close();
});

test('a script reads and exports by a token, until it is revoked', async ({ as, request }) => {
  const page = await as('official');
  await page.goto('/account');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  const name = `Script ${randomUUID().slice(0, 8)}`;
  await dialog.getByLabel(/^Name/).fill(name);
  await dialog.getByLabel('Export CSV files').check();
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const token = (await page.getByText(/^srr_/).textContent()) ?? '';
  const headers = { authorization: `Bearer ${token}` };

  const seen = await page.request.get('/api/register');
  const read = await request.get('/api/register', { headers });
  expect(read.status()).toBe(200);
  expect((await read.json()).total).toBe((await seen.json()).total);
  const csv = await request.get('/register/export.csv', { headers });
  expect(csv.headers()['content-type']).toContain('text/csv');

  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText(`Removed: ${name}`)).toBeVisible();
  expect((await request.get('/api/register', { headers })).status()).toBe(401);
});
