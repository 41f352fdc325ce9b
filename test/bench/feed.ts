import type { Page } from 'playwright-core';
import { bookmark, shows } from '../e2e/stage.ts';
import { startHosts } from '../hosts/server.ts';
import { contentGzipBytes } from './content-size.ts';
import { endurance } from './endurance.ts';
import { ALL, type Asked, leftBy, MARKS, scrollTo, type Variant, withFeed } from './feed-run.ts';
import { median, quantile, round } from './figures.ts';
import { otherFeeds } from './other-feeds.ts';
import { addedScript, medianOf, POSTS, rounds, taskRatioToPage } from './rounds.ts';

const ROUNDS = Number(process.env.MUSUBI_BENCH_ROUNDS ?? 9);
const LATENCY_ROUNDS = 3;
const KEPT_ROUNDS = 3;
const TRACED_ROUNDS = 5;
const ADDRESS = `https://x.com/home?posts=${POSTS}&batch=20&unmount=1&auto=0`;
const VARIANTS: readonly Variant[] = ['page', 'musubi', 'lean'];

declare global {
  interface Window {
    __seen?: { waits: number[]; mounted: Set<string>; twice: number };
  }
}

/** Watches from the page's own world when a post appears and when its buttons do. */
const watchPosts = (mark: string) => {
  const seen = { waits: [] as number[], mounted: new Set<string>(), twice: 0 };
  window.__seen = seen;
  let began = performance.now();
  const next = window.__feed?.next;
  if (window.__feed && next)
    window.__feed.next = () => {
      began = performance.now();
      next.call(window.__feed);
    };
  const idOf = (post: Element | null) =>
    post?.querySelector('a[href*="/status/"]')?.getAttribute('href') ?? '';
  const take = (button: Element) => {
    const post = button.closest('article');
    const id = idOf(post);
    if (!seen.mounted.has(id)) seen.waits.push(performance.now() - began);
    seen.mounted.add(id);
    if (post && post.querySelectorAll(mark).length > 1) seen.twice += 1;
  };
  for (const button of document.querySelectorAll(mark)) seen.mounted.add(idOf(button.closest('article')));
  const look = (node: Node) => {
    if (!(node instanceof Element)) return;
    if (node.matches(mark)) take(node);
    else for (const button of node.querySelectorAll(mark)) take(button);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  }).observe(document, { subtree: true, childList: true });
};

function latency(variant: 'lean' | 'musubi', proxyPort: number) {
  return withFeed({ variant, address: ADDRESS, proxyPort }, async (page) => {
    await page.evaluate(watchPosts, MARKS[variant]);
    await page.evaluate(scrollTo, ALL);
    return page.evaluate(() => {
      const seen = window.__seen;
      return { waits: seen?.waits ?? [], mounted: seen?.mounted.size ?? 0, twice: seen?.twice ?? 0 };
    });
  });
}

interface Traced {
  readonly name: string;
  readonly tid: number;
  /** Start and length, µs. */
  readonly ts: number;
  readonly dur?: number;
  /** The thread's own time, µs: without what the machine did in between. */
  readonly tdur?: number;
  readonly args?: { data?: { url?: string } };
}

const took = ({ dur = 0, tdur }: Traced) => (tdur ?? dur) / 1000;
const isWithin = (inner: Traced, outer: Traced) =>
  inner.tid === outer.tid && inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);

/**
 * The longest callback of ours while scrolling, from the browser's own trace, in ms. `own` leaves out what the garbage
 * collector took in it: it clears the whole page's heap in whatever happens to run when that is full.
 */
function longestCallback(proxyPort: number): Promise<{ own: number; whole: number }> {
  return withFeed({ variant: 'musubi', address: ADDRESS, proxyPort }, async (page, cdp) => {
    const events: Traced[] = [];
    cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
    const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
    await cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline'] },
    });
    await page.evaluate(scrollTo, ALL);
    await cdp.send('Tracing.end');
    await complete;
    const ours = events.filter(
      ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.includes('/feed.js'),
    );
    if (ours.length === 0) throw new Error('the trace shows no call of ours');
    const collections = events.filter(({ name }) => name === 'MajorGC' || name === 'MinorGC');
    const collected = (call: Traced) =>
      collections.filter((one) => isWithin(one, call)).reduce((sum, one) => sum + took(one), 0);
    return {
      own: Math.max(...ours.map((call) => took(call) - collected(call))),
      whole: Math.max(...ours.map(took)),
    };
  });
}

/** A callback that is long in every run is ours; one that is long in one run alone is something else's. Medians, ms. */
async function longestOfMany(proxyPort: number): Promise<{ own: number; whole: number }> {
  const longest: { own: number; whole: number }[] = [];
  for (let at = 0; at < TRACED_ROUNDS; at += 1) longest.push(await longestCallback(proxyPort));
  console.error(`longest callbacks: ${longest.map(({ own }) => own.toFixed(1)).join(', ')} ms`);
  return {
    own: median(longest.map(({ own }) => own)),
    whole: median(longest.map(({ whole }) => whole)),
  };
}

/** Keeps the first post. */
const keepOne = async (page: Page) => {
  await bookmark(page, 0).click();
  await shows(page, 'last', 0, true);
};

/** Script that we add where something of the site was kept: then we read of each post which one it is. Median, ms. */
async function keptScript(of: Omit<Asked, 'variant'>): Promise<number> {
  const asked: Asked[] = [
    { ...of, variant: 'page' },
    { ...of, variant: 'musubi', prepare: keepOne },
  ];
  return addedScript(await rounds('x, kept', asked, KEPT_ROUNDS), 'musubi');
}

/** A 2,000-post feed: the page alone, with the leanest injection, and with Musubi, in turn. */
export async function benchFeed(): Promise<object> {
  const hosts = await startHosts();
  try {
    const asked = { address: ADDRESS, proxyPort: hosts.proxyPort };
    const all = await rounds(
      'x',
      VARIANTS.map((variant) => ({ ...asked, variant })),
      ROUNDS,
    );
    const waits: Record<'lean' | 'musubi', number[]> = { lean: [], musubi: [] };
    let mounted = POSTS;
    let duplicates = 0;
    for (let round = 0; round < LATENCY_ROUNDS; round += 1) {
      for (const variant of ['lean', 'musubi'] as const) {
        const seen = await latency(variant, hosts.proxyPort);
        waits[variant].push(...seen.waits);
        if (variant !== 'musubi') continue;
        mounted = Math.min(mounted, seen.mounted);
        duplicates += seen.twice;
      }
    }
    const longest = await longestOfMany(hosts.proxyPort);
    const left = (variant: Variant) => leftBy({ variant, address: ADDRESS, proxyPort: hosts.proxyPort });
    return {
      posts: POSTS,
      mounted,
      duplicates,
      pageTaskMs: round2(medianOf(all, 'page', 'taskMs')),
      pageScriptMs: round2(medianOf(all, 'page', 'scriptMs')),
      leanScriptMs: round2(addedScript(all, 'lean')),
      musubiScriptMs: round2(addedScript(all, 'musubi')),
      scriptRatioToLean: round2(addedScript(all, 'musubi') / addedScript(all, 'lean')),
      keptScriptMs: round2(await keptScript(asked)),
      taskRatioToPage: round(taskRatioToPage(all, 'musubi')),
      leanTaskRatioToPage: round(taskRatioToPage(all, 'lean')),
      longestCallbackMs: round2(longest.own),
      longestCallbackWithCollectorMs: round2(longest.whole),
      leanButtonP95Ms: round2(quantile(waits.lean, 0.95)),
      buttonP95Ms: round2(quantile(waits.musubi, 0.95)),
      contentGzipBytes: contentGzipBytes(),
      heapGrowthMB: round2((await left('musubi')) - (await left('page'))),
      feeds: await otherFeeds(hosts.proxyPort),
      endurance: await endurance(hosts.proxyPort),
    };
  } finally {
    await hosts.stop();
  }
}

const round2 = (value: number) => round(value, 2);
