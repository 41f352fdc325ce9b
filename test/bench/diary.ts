import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { extensionDir } from '../run/build.ts';
import { bundle } from './bundle.ts';
import type {} from './diary-page.ts';
import { median, quantile, round } from './figures.ts';

const EVENTS = 1_000_000;

/** From the start of loading to Me's figures on the screen, in ms, by the page's own mark. */
async function paint(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName('musubi-painted').length > 0);
  return page.evaluate(() => performance.getEntriesByName('musubi-painted')[0]?.startTime ?? 0);
}

/** A diary of a million events: a year's statistics beside the full scan, recording, size, and the first screen. */
export async function benchDiary(): Promise<object> {
  const script = await bundle(new URL('./diary-page.ts', import.meta.url));
  const running = await launchChromium({ extensionDir: extensionDir('chrome', 'e2e') });
  try {
    const page = await running.page('companion.html');
    await page.waitForFunction(() => performance.getEntriesByName('musubi-painted').length > 0);
    await page.evaluate(script);
    const { before, after } = await page.evaluate((total) => globalThis.musubiBench.fill(total), EVENTS);
    const stats = await page.evaluate(() => globalThis.musubiBench.stats(21));
    const fullScanMs = await page.evaluate(() => globalThis.musubiBench.scan());
    const appends = await page.evaluate(() => globalThis.musubiBench.append(300));
    await paint(page);
    const paints: number[] = [];
    for (let i = 0; i < 7; i += 1) paints.push(await paint(page));
    return {
      events: EVENTS,
      yearStatsMs: round(median(stats), 1),
      fullScanMs: round(fullScanMs, 0),
      companionFirstPaintMs: round(median(paints), 0),
      appendP50Ms: round(median(appends), 1),
      appendP95Ms: round(quantile(appends, 0.95), 1),
      bytesPerEvent: round((after - before) / EVENTS, 0),
    };
  } finally {
    await running.close();
  }
}
