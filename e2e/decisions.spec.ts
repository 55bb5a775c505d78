import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';

test('two people decide: one proposes for several rows, the other approves', async ({ as }) => {
  const rationale = `Remote access that we cannot inspect, ${randomUUID()}`;
  const officer = await as('officer');
  await officer.goto('/register?category=web&decision=none');
  const boxes = officer.getByRole('table').getByRole('checkbox');
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await officer.getByRole('button', { name: 'Propose a decision' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog.getByText('“Remove” needs a due date.')).toBeVisible();
  await dialog.getByLabel('Rationale').fill(rationale);
  await dialog.getByLabel('Due').fill('2099-03-31');
  await expect(dialog).toContainText('Precautionary');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toContainText('No active advisory asks to remove');
  await dialog.getByLabel('Why, although nothing requires it').fill('We cannot inspect it.');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toHaveCount(0);

  await officer.goto('/decisions/approvals');
  const own = officer.getByRole('article').filter({ hasText: rationale });
  await expect(own).toContainText('Remove: 2 deployments');
  await expect(own).toContainText('Precautionary');
  await expect(own.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(own.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const approver = await as('approver');
  await approver.goto('/decisions/approvals');
  const waiting = approver.getByRole('article').filter({ hasText: rationale });
  await waiting.getByRole('link').first().click();
  await approver.waitForURL('**/register/*');
  const address = approver.url();
  await approver.goBack();
  await waiting.getByRole('button', { name: 'Approve' }).click();
  await approver.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(waiting).toHaveCount(0);

  await officer.goto(address);
  const card = officer.getByRole('article', { name: 'Decision: Remove' });
  await expect(card).toContainText('Approved');
  await card.getByRole('button', { name: 'Mark as done' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Mark as done' }).click();
  await expect(officer.getByRole('dialog')).toContainText('Done needs evidence');
  await officer.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await card.getByText('Add evidence').click();
  await card.locator('input[type=file]').setInputFiles({
    name: 'removal report.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Removed from all hosts.'),
  });
  const file = card.getByRole('link', { name: 'removal report.txt' });
  await expect(file).toBeVisible();
  const download = await officer.request.get((await file.getAttribute('href')) as string);
  expect(download.headers()['content-disposition']).toContain('attachment');
  expect(await download.text()).toBe('Removed from all hosts.');

  await card.getByRole('button', { name: 'Mark as done' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Mark as done' }).click();
  await expect(card.getByText('Done', { exact: true }).first()).toBeVisible();
});

test('a proposal is turned down only with a reason', async ({ as }) => {
  const rationale = `An idea that is turned down, ${randomUUID()}`;
  const officer = await as('officer');
  await officer.goto('/register?decision=none&category=network');
  await officer.getByRole('table').getByRole('checkbox').nth(1).check();
  await officer.getByRole('button', { name: 'Propose a decision' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('Rationale').fill(rationale);
  await dialog.getByLabel('Due').fill('2099-03-31');
  await dialog.getByLabel('Why, although nothing requires it').fill('To be discussed.');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toHaveCount(0);

  const approver = await as('approver');
  await approver.goto('/decisions/approvals');
  const waiting = approver.getByRole('article').filter({ hasText: rationale });
  await waiting.getByRole('button', { name: 'Reject' }).click();
  const question = approver.getByRole('dialog');
  await question.getByRole('button', { name: 'Reject' }).click();
  await expect(question).toContainText('Give a reason.');
  await question.getByLabel('Reason').fill('Out of proportion.');
  await question.getByRole('button', { name: 'Reject' }).click();
  await expect(waiting).toHaveCount(0);
});

test('one decision is proposed for all that match a filter, beyond the page', async ({ as }) => {
  const rationale = `Watched together, ${randomUUID()}`;
  const officer = await as('officer');
  await officer.goto('/register?category=backup');
  const found = officer.getByRole('status').filter({ hasText: /deployments$/ });
  const total = Number(((await found.first().textContent()) ?? '').replace(/\D/g, ''));
  expect(total).toBeGreaterThan(50);
  await officer.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
  await officer.getByRole('button', { name: `Select all ${total} that match` }).click();
  await officer.getByRole('button', { name: 'Propose a decision' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Decision' }).click();
  await officer.getByRole('option', { name: 'Monitor' }).click();
  await dialog.getByLabel('Rationale').fill(rationale);
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toHaveCount(0);

  await officer.goto('/decisions/approvals');
  const own = officer.getByRole('article').filter({ hasText: rationale });
  await expect(own).toContainText(/Monitor: \d+ deployments/);
  await own.getByRole('button', { name: 'Withdraw' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(own).toHaveCount(0);
});
