import type { Page } from 'playwright-core';
import { type Asked, heldMB, scrollTo, withFeed } from './feed-run.ts';
import { round } from './figures.ts';

const POSTS = 20_000;
const THOUSAND = 1000;
const ADDRESS = `https://x.com/home?posts=${POSTS}&batch=20&unmount=1&auto=0&beforehand=0`;

/** Scrolls on until so many posts have been shown; how long that took, in ms. */
async function through(page: Page, posts: number): Promise<number> {
  const began = performance.now();
  await page.evaluate(scrollTo, posts);
  return performance.now() - began;
}

/**
 * A tab that is left on a feed for 20,000 posts: what it holds at the end above what it held once warm, and how long
 * its last thousand took to its first after warming up.
 */
export function endurance(proxyPort: number): Promise<object> {
  const asked: Asked = { variant: 'musubi', address: ADDRESS, proxyPort };
  return withFeed(asked, async (page, cdp) => {
    await through(page, THOUSAND);
    const before = await heldMB(cdp);
    const first = await through(page, 2 * THOUSAND);
    await through(page, POSTS - THOUSAND);
    const last = await through(page, POSTS);
    console.error(`endurance: first thousand ${round(first, 0)} ms, last ${round(last, 0)} ms`);
    return {
      posts: POSTS,
      heapGrowthMB: round((await heldMB(cdp)) - before, 2),
      lastThousandToFirst: round(last / first, 2),
    };
  });
}
