import type { Page } from 'playwright-core';
import type { RunningChromium } from '../e2e/chromium.ts';

/** How many rows a table of the diary has, asked from the background. */
export async function count(running: RunningChromium, table: string): Promise<number> {
  const worker = await running.worker();
  return worker.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('musubi');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const counting = open.result.transaction(name).objectStore(name).count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            open.result.close();
            resolve(counting.result);
          };
        };
      }),
    table,
  );
}

/** The browser's number of a tab. It is brought to the front first. */
export async function tabOf(running: RunningChromium, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await running.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) throw new Error('no tab is active');
    return tab.id;
  });
}
