import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects the page to be accessible in both schemes, which differ in their colours alone. */
export async function expectNoViolation(page: Page): Promise<void> {
  // The title comes after the page itself.
  await expect(page).toHaveTitle(/./);
  await showIn(page, 'light');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await showIn(page, 'dark');
  const contrast = new AxeBuilder({ page }).withRules(['color-contrast']);
  expect((await contrast.analyze()).violations).toEqual([]);
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}
