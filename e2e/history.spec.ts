import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { SignedHead } from '../app/_domain/history-head';
import { checkExports } from '../prisma/history/check-exports';
import { expect, type Page, test } from './fixtures';

/** The file that a link gives, at the path where the test keeps it. */
async function download(page: Page, name: string, click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  const path = test.info().outputPath(name);
  await file.saveAs(path);
  return path;
}

test('a change stands in the story of its record, with the reason that was given', async ({
  as,
}) => {
  const steward = await as('steward');
  const name = `Chandler ${randomUUID().slice(0, 8)}`;
  await steward.goto('/suppliers/new');
  await steward.getByLabel(/^Name/).fill(name);
  await steward.getByRole('button', { name: 'Add supplier' }).click();
  await expect(steward.getByRole('heading', { level: 1, name })).toBeVisible();

  await steward.getByRole('link', { name: 'Change', exact: true }).click();
  await steward.getByLabel('Website').fill('https://chandler.example');
  await steward.getByLabel('Why').fill('Seen on their invoice');
  await steward.getByRole('button', { name: 'Save changes' }).click();
  const story = steward.getByRole('region', { name: 'History' });
  await expect(story.getByRole('listitem').first()).toContainText('Changed');
  await expect(story).toContainText('Seen on their invoice');
  await expect(story).toContainText('Website: https://chandler.example');
  // The story is for everybody who reads the record; the history as a whole is not.
  await expect(story.getByRole('link')).toHaveCount(0);

  const auditor = await as('auditor');
  await auditor.goto(steward.url().replace(/^.*(?=\/suppliers)/, ''));
  await auditor
    .getByRole('region', { name: 'History' })
    .getByRole('link', { name: 'Changed' })
    .click();
  await expect(auditor.getByRole('heading', { level: 1 })).toContainText('Event');
  await expect(auditor.getByRole('row', { name: /Website/ })).toContainText(
    'https://chandler.example',
  );
  await expect(auditor.getByRole('main')).toContainText('Seen on their invoice');
});

test('who was refused something is told to the auditor', async ({ as }) => {
  const officer = await as('officer');
  await officer.goto('/history');
  await expect(officer).toHaveURL(/no-permission/);
  const auditor = await as('auditor');
  await auditor.goto('/history?action=refused');
  const row = auditor.getByRole('table').getByRole('row').nth(1);
  await expect(row).toContainText('Refused');
  await expect(row).toContainText('Read the history');
});

test('an auditor filters the history, proves it, takes it away and proves it there', async ({
  as,
}) => {
  const auditor = await as('auditor');
  await auditor.goto('/history');
  await auditor.getByRole('checkbox', { name: /^Decision \d/ }).check();
  await expect(auditor).toHaveURL(/entity=decision/);
  await expect(auditor.getByRole('status').filter({ hasText: /events$/ })).toBeVisible();

  await auditor.goto('/history');
  const exported = await download(auditor, 'history.csv', () =>
    auditor.getByRole('link', { name: 'Export CSV' }).click(),
  );
  await auditor.getByRole('button', { name: 'Head and proof' }).click();
  const dialog = auditor.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Verify now' }).click();
  await expect(dialog.getByText('The history is whole')).toBeVisible();

  // The head is newer than the file, so what came between is filled in by the links.
  const head = await download(auditor, 'head.json', () =>
    dialog.getByRole('link', { name: 'Download the head' }).click(),
  );
  const links = await download(auditor, 'links.csv', () =>
    dialog.getByRole('link', { name: 'Download the links' }).click(),
  );
  const signed = JSON.parse(await readFile(head, 'utf8')) as SignedHead;
  const check = () => checkExports([exported, links], [signed], [signed.keyId]);
  expect((await check()).events).toBeGreaterThan(100);

  const text = await readFile(exported, 'utf8');
  await writeFile(exported, text.replace('Kaspersky', 'Kaspersk1'));
  await expect(check()).rejects.toThrow(/^Event \d+ is not/);
});
