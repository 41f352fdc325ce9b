import type { Frame, Page } from 'playwright-core';
import { sheetOf } from './stage.ts';

/** Does something in the sheet that is open; once more in its window where it left the page meanwhile, as from a slow one. */
export async function inSheet(page: Page, work: (sheet: Frame | Page) => Promise<void>): Promise<void> {
  const sheet = await sheetOf(page);
  try {
    await work(sheet);
  } catch (error) {
    if (!('page' in sheet) || !sheet.isDetached()) throw error;
    await work(await sheetOf(page));
  }
}
