import type { Page } from 'playwright-core';

/** Does something with the last item of a library by its menu. */
export async function withItem(page: Page, what: string): Promise<void> {
  await page.locator('.library-row').last().locator('.library-acts [aria-haspopup]').click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
}
