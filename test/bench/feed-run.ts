import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { extensionDir } from '../run/build.ts';

/** `page`: without us. `lean`: the yardstick. */
export type Variant = 'page' | 'lean' | 'musubi';

/** A feed in a browser of its own, with a variant's extension in it. */
export interface Asked {
  readonly variant: Variant;
  readonly address: string;
  readonly proxyPort: number;
  /** What is done on the page before anything is measured. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const extensionOf: Record<Variant, string> = {
  page: new URL('./alone', import.meta.url).pathname,
  lean: new URL('./lean', import.meta.url).pathname,
  musubi: extensionDir('chrome', 'e2e'),
};
/** What a variant's buttons are marked with. */
export const MARKS: Record<Variant, string> = { page: '', lean: '[data-lean]', musubi: '[data-musubi]' };

/** Opens the feed in a browser of its own, with the variant's extension in it, uses it and closes it. */
export async function withFeed<T>(
  { variant, address, proxyPort, prepare }: Asked,
  use: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const registered = variant === 'musubi';
  const running = await launchChromium({ extensionDir: extensionOf[variant], proxyPort, registered });
  try {
    const page = await running.context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => (window.__feed?.loaded ?? 0) > 5);
    const mark = MARKS[variant];
    if (mark) await page.waitForSelector(mark, { state: 'attached' });
    await prepare?.(page);
    const cdp = await running.context.newCDPSession(page);
    await cdp.send('Performance.enable');
    return await use(page, cdp);
  } finally {
    await running.close();
  }
}

export async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/**
 * Scrolls the feed on until so many posts have been shown, a batch a frame, as fast as the page can draw it. What the
 * page's own script took of it, ms: many times an injection's, so it is taken out run by run.
 */
export const scrollTo = (posts: number) =>
  new Promise<number>((resolve) => {
    let own = 0;
    const step = () => {
      const began = performance.now();
      const feed = window.__feed;
      if (!feed || feed.loaded >= Math.min(posts, feed.total)) return resolve(own);
      // Scrolled while the layout is clean: after `next()` it would be a layout within the page's own script.
      scrollBy(0, 1e7);
      feed.next();
      requestAnimationFrame(step);
      own += performance.now() - began;
    };
    // In a frame: what `evaluate` itself runs is not in the browser's count of script.
    requestAnimationFrame(step);
  });

/** To the end of any feed here. */
export const ALL = 1e6;

declare global {
  interface Window {
    __feed?: { loaded: number; total: number; next(): void };
  }
}

/** What the page's heap holds once its garbage is collected, in MB. */
export async function heldMB(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return ((await metrics(cdp)).JSHeapUsedSize ?? 0) / 1e6;
}

/** What a run through a feed leaves in the heap, in MB. */
export function leftBy(asked: Asked): Promise<number> {
  return withFeed(asked, async (page, cdp) => {
    const before = await heldMB(cdp);
    await page.evaluate(scrollTo, ALL);
    return (await heldMB(cdp)) - before;
  });
}
