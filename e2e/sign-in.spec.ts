import { expect, password, signIn, test } from './fixtures';

test('a wrong password and an unknown address get the same answer', async ({ page }) => {
  const answers: (string | null)[] = [];
  for (const address of ['auditor@example.test', 'nobody@example.test']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(address);
    await page.getByLabel(/^Password/).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const notice = page.getByRole('main').getByRole('alert');
    await expect(notice).toBeVisible();
    answers.push(await notice.textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test('signing in leads back to the address that was asked for, and to no other site', async ({
  page,
}) => {
  await page.goto('/register?country=RU');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill('auditor@example.test');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/register?country=RU');

  await page.context().clearCookies();
  await page.goto('/sign-in?next=https://example.com/');
  await page.getByLabel('E-mail').fill('auditor@example.test');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/register');
});

test('sessions are listed, and one that is ended is signed out', async ({
  browser,
  contextOptions,
}) => {
  const here = await (await browser.newContext(contextOptions)).newPage();
  const there = await (await browser.newContext(contextOptions)).newPage();
  await signIn(here, 'auditor');
  await signIn(there, 'auditor');
  await here.goto('/account');
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(here.getByText('You are signed out everywhere else.')).toBeVisible();
  await expect(async () => {
    await there.goto('/register');
    expect(there.url()).toContain('/sign-in');
  }).toPass();
  await here.goto('/register');
  await expect(here).toHaveURL(/\/register$/);
  await here.context().close();
  await there.context().close();
});

test('without signing in nothing is answered', async ({ request }) => {
  for (const path of [
    '/api/register',
    '/register/export.csv',
    '/decisions/export.csv',
    '/suppliers/export.csv',
  ]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
  expect((await request.get('/api/health')).status()).toBe(200);
});
