import { type Browser, test as base, expect, type Page } from '@playwright/test';

export { expect, type Page };

/** The people of the sample register, by the first part of their address. */
export type Person = 'admin' | 'steward' | 'officer' | 'approver' | 'auditor' | 'official';

export const password = process.env.DEMO_PASSWORD ?? '';

/** Signs in through the form, as a person would. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(`${person}@example.test`);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/register');
}

type Session = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** A page for each person who takes part; each signs in once per worker. */
export const test = base.extend<
  { as: (person: Person) => Promise<Page> },
  { sessions: Map<Person, Session> }
>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  as: async ({ browser, sessions, contextOptions }, use) => {
    const opened: Page[] = [];
    const violations: string[] = [];
    await use(async (person) => {
      const storageState = sessions.get(person);
      const context = await browser.newContext({
        ...contextOptions,
        ...(storageState && { storageState }),
      });
      const page = await context.newPage();
      opened.push(page);
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) violations.push(message.text());
      });
      if (!storageState) {
        await signIn(page, person);
        sessions.set(person, await context.storageState());
      }
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(violations, 'what the policy of the page forbids').toEqual([]);
  },
});
