import { type Asked, heldMB, withFeed } from './feed-run.ts';
import { round } from './figures.ts';

const POSTS = 20_000;
const THOUSAND = 1000;
const ADDRESS = `https://x.com/home?posts=${POSTS}&batch=20&unmount=1&auto=0&beforehand=0`;

/** Scrolls on until so many posts have been shown; how long that took, in ms. */
const scrollTo = (posts: number) =>
  new Promise<number>((resolve) => {
    const began = performance.now();
    const step = () => {
      const feed = window.__feed;
      if (!feed || feed.loaded >= Math.min(posts, feed.total)) return resolve(performance.now() - began);
      scrollBy(0, 1e7);
      feed.next();
      requestAnimationFrame(() => requestAnimationFrame(step));
    };
    step();
  });

/**
 * A tab that is left on a feed for 20,000 posts: what it holds at the end above what it held once warm, and how long
 * its last thousand took to its first after warming up.
 */
export function endurance(proxyPort: number): Promise<object> {
  const asked: Asked = { variant: 'musubi', address: ADDRESS, proxyPort };
  return withFeed(asked, async (page, cdp) => {
    await page.evaluate(scrollTo, THOUSAND);
    const before = await heldMB(cdp);
    const first = await page.evaluate(scrollTo, 2 * THOUSAND);
    await page.evaluate(scrollTo, POSTS - THOUSAND);
    const last = await page.evaluate(scrollTo, POSTS);
    console.error(`endurance: first thousand ${round(first, 0)} ms, last ${round(last, 0)} ms`);
    return {
      posts: POSTS,
      heapGrowthMB: round((await heldMB(cdp)) - before, 2),
      lastThousandToFirst: round(last / first, 2),
    };
  });
}
