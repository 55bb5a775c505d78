import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from './fixtures';
import { expectNoViolation } from './violations';

async function openReturn(page: Page, reference: string): Promise<string> {
  const list = await page.request.get('/advisories/export.csv?columns=id,reference');
  const line = (await list.text()).split('\n').find((one) => one.endsWith(`,${reference}`));
  const path = `/advisories/${line?.split(',')[0]}/return`;
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: `Return: ${reference}` })).toBeVisible();
  return path;
}

test('each number of a return opens exactly the deployments that it counts', async ({ as }) => {
  const officer = await as('officer');
  await openReturn(officer, 'NCSC-2017-12-01');
  const table = officer.getByRole('table', { name: 'The return by organisation' });
  const numbers = table.getByRole('row').filter({ hasText: 'All organisations' }).getByRole('link');
  const links = await numbers.evaluateAll((all) =>
    all.map((one) => ({
      href: one.getAttribute('href') ?? '',
      count: (one.firstChild?.textContent ?? '').replace(/\D/g, ''),
    })),
  );
  expect(links.length).toBeGreaterThan(4);
  for (const { href, count } of links) {
    await officer.goto(href);
    const total = officer.getByRole('status').filter({ hasText: /deployments?$/ });
    await expect(total.first(), href).toHaveText(new RegExp(`^${count} deployments?$`));
  }
});

test('a return is printed with its head, and exported for each organisation that the reader may see', async ({
  as,
}) => {
  const auditor = await as('auditor');
  const path = await openReturn(auditor, 'NCSC-2017-12-01');
  const main = auditor.getByRole('main');
  await expect(main).toContainText('TOP SECRET');
  await expect(main).toContainText('As at');
  await auditor.emulateMedia({ media: 'print' });
  await expect(main.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(main.getByRole('table', { name: 'Nil returns' })).toBeVisible();

  const file = await auditor.request.get(`${path}.csv?columns=advisory,organisation,in_scope`);
  expect(file.headers()['content-disposition']).toMatch(/TOP-SECRET.*_advisory-return_/);
  const organisations = await auditor.request.get('/organisations/export.csv?columns=name');
  const lines = (text: string) => text.trimEnd().split('\n').length;
  expect(lines(await file.text())).toBe(lines(await organisations.text()));

  const official = await as('official');
  await official.goto(path);
  await expect(official.getByRole('main')).toContainText(
    'There may be others that are not for you to see.',
  );
});

test('a nil return is signed by name by whoever is cleared for all that it speaks of', async ({
  as,
}) => {
  const officer = await as('officer');
  const path = await openReturn(officer, 'BOD-17-01');
  const table = officer.getByRole('table', { name: 'Nil returns' });
  const due = table.getByRole('row').filter({ hasText: 'Not signed' }).first();
  const organisation = (await due.getByRole('cell').first().textContent()) ?? '';
  await due.getByRole('button', { name: `Sign the nil return of ${organisation}` }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('Statement').fill('');
  await dialog.getByRole('button', { name: 'Sign nil return' }).click();
  await expect(dialog.getByText('Say what was examined and found.')).toBeVisible();
  const statement = `Every host was asked, ${randomUUID()}.`;
  await dialog.getByLabel('Statement').fill(statement);
  await dialog.getByRole('button', { name: 'Sign nil return' }).click();
  await expect(dialog).toHaveCount(0);
  const signed = table.getByRole('row').filter({ hasText: statement });
  await expect(signed).toContainText(organisation);
  await expect(signed).toContainText('Oskar Specimen');
  await expect(signed.getByRole('button')).toHaveCount(0);

  const official = await as('official');
  await official.goto(path);
  await expect(
    official.getByText('Somebody cleared to TOP SECRET who holds every caveat'),
  ).toBeVisible();
  await expect(official.getByRole('button', { name: /^Sign the nil return/ })).toHaveCount(0);
});

test('a list of components counts as complete by its source, which settles what it kept open', async ({
  as,
}) => {
  const steward = await as('steward');
  await steward.goto('/advisories/missing-facts?kind=components');
  const found = steward.getByRole('table').getByRole('row').nth(1);
  const product = (await found.getByRole('link').first().textContent()) ?? '';
  const touched = found.getByRole('link', { name: /deployments$/ });
  const count = Number(((await touched.textContent()) ?? '').replace(/\D/g, ''));
  await touched.click();
  await expect(
    steward.getByRole('heading', { level: 1, name: `Complete list of components: ${product}` }),
  ).toBeVisible();
  const waiting = steward.getByRole('table', { name: 'Deployments' }).getByRole('row');
  await expect(waiting).toHaveCount(count + 1);

  await steward.getByRole('link', { name: 'Enter it' }).click();
  await steward.getByLabel('The list of components is complete').check();
  await steward.getByRole('button', { name: 'Save changes' }).click();
  await expect(steward.getByLabel('Source of the list')).toHaveAttribute('aria-invalid', 'true');
  await steward.getByLabel('Source of the list').fill('Bill of materials of the maker');
  await steward.getByRole('button', { name: 'Save changes' }).click();
  await expect(steward.getByText('Complete, by Bill of materials of the maker')).toBeVisible();

  await steward.goto('/advisories/missing-facts?kind=components');
  const table = steward.getByRole('region', { name: 'Table of missing facts' });
  await expect(table.getByRole('link', { name: product, exact: true })).toHaveCount(0);

  // As it was, for whoever follows.
  await steward.goBack();
  await steward.getByRole('link', { name: 'Change', exact: true }).click();
  await steward.getByLabel('The list of components is complete').uncheck();
  await steward.getByRole('button', { name: 'Save changes' }).click();
  await expect(steward.getByText('There may be others.')).toBeVisible();
});

test('a removal that nothing requires stands in the list of over-reach with its reason', async ({
  as,
}) => {
  const reason = `We cannot inspect it, ${randomUUID()}`;
  const officer = await as('officer');
  await officer.goto('/register?category=web&decision=none&exposure=none');
  await officer.getByRole('table').getByRole('checkbox').nth(1).check();
  await officer.getByRole('button', { name: 'Propose a decision' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('Rationale').fill(reason);
  await dialog.getByLabel('Due').fill('2099-03-31');
  await dialog.getByLabel('Why, although nothing requires it').fill(reason);
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toHaveCount(0);

  await officer.goto('/decisions');
  await officer.getByRole('main').getByRole('link', { name: 'Over-reach' }).click();
  const row = officer.getByRole('table').getByRole('row').filter({ hasText: reason });
  await expect(row).toContainText('Proposed');
  await expect(row).toContainText('Oskar Specimen');
  const file = await officer.request.get('/decisions/over-reach/export.csv?state=proposed');
  expect(await file.text()).toContain(reason);

  await row.getByRole('link').first().click();
  const card = officer.getByRole('article').filter({ hasText: reason });
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(card).toContainText('Withdrawn');
  await officer.goto('/decisions/over-reach');
  await expect(officer.getByRole('heading', { level: 1, name: 'Over-reach' })).toBeVisible();
  await expect(officer.getByText(reason)).toHaveCount(0);
});

test('a return, its signing and a missing fact have no violation', async ({ as }) => {
  const officer = await as('officer');
  await openReturn(officer, 'BOD-17-01');
  await expectNoViolation(officer);
  await officer
    .getByRole('button', { name: /^Sign the nil return/ })
    .first()
    .click();
  await expect(officer.getByRole('dialog').getByLabel('Statement')).toBeVisible();
  await expectNoViolation(officer);

  await officer.goto('/advisories/missing-facts');
  const touched = officer.getByRole('table').getByRole('link', { name: /deployments$/ });
  await touched.first().click();
  await expect(officer.getByRole('table', { name: 'Deployments' })).toBeVisible();
  await expectNoViolation(officer);
});
