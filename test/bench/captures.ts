import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { extensionDir } from '../run/build.ts';
import { bundle } from './bundle.ts';
import type {} from './captures-page.ts';
import { median, quantile, round } from './figures.ts';

/** How many captures, unless the command names another number: `npm run bench -- captures 100000`. */
const CAPTURES = 20_000;

/** What people type, letter by letter: three languages, half-width kana, accents, one place, words that are not there. */
const SEARCHES = [
  'くるみ 香り',
  'かふぇ',
  'パッケージ',
  '京都の店',
  'ゆうなぎ',
  'あおい 甘く',
  '核桃和焦糖',
  '咖啡馆 夕凪',
  '陈晓明',
  '送礼',
  'walnut caramel',
  'creme tart',
  'zoe yunagi',
  'tag:gift kyoto',
  'from:maria quiet',
  'site:mastodon 店',
  'note:許可',
  'no-0000042',
  'nothing like this',
];

interface Watched {
  painted: number;
  keys: { took: number }[];
  longTasks: number;
}
declare global {
  var musubiWatched: Watched;
}

/** Runs in the page before anything of it: when the first card is painted, what each key costs, and long tasks. */
function watch(): void {
  const watched: Watched = { painted: 0, keys: [], longTasks: 0 };
  globalThis.musubiWatched = watched;
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(0);
    });
  const cards = new MutationObserver(() => {
    if (!document.querySelector('.card')) return;
    cards.disconnect();
    afterPaint(() => {
      watched.painted = performance.now();
    });
  });
  cards.observe(document, { childList: true, subtree: true });
  addEventListener(
    'input',
    ({ timeStamp }) => afterPaint(() => watched.keys.push({ took: performance.now() - timeStamp })),
    { capture: true },
  );
  new PerformanceObserver((list) => {
    watched.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
}

const shownOf = (n: number) => new Intl.NumberFormat('en').format(n);

/** From the start of loading to the first captures on the screen, and to all of them being searched, in ms. */
async function open(page: Page, total: number): Promise<{ painted: number; whole: number }> {
  await page.reload();
  await page.waitForFunction(() => globalThis.musubiWatched.painted > 0, undefined, { polling: 50 });
  const all = shownOf(total);
  await page.waitForFunction(
    (count) => document.querySelector('.captures-line [role="status"]')?.textContent?.includes(count),
    all,
    { polling: 50, timeout: 120_000 },
  );
  return page.evaluate(() => ({ painted: globalThis.musubiWatched.painted, whole: performance.now() }));
}

/** Types every search and empties the field after it; gives what each key took until its result was painted, in ms. */
async function type(page: Page): Promise<{ took: number[]; longTasks: number }> {
  await page.locator('.captures-all .search input').click();
  await page.evaluate(() => {
    globalThis.musubiWatched.keys = [];
    globalThis.musubiWatched.longTasks = 0;
  });
  let pressed = 0;
  for (const words of SEARCHES) {
    for (const letter of words) {
      await page.keyboard.insertText(letter);
      pressed += 1;
      await page.waitForFunction((n) => globalThis.musubiWatched.keys.length >= n, pressed);
    }
    await page.keyboard.press('Escape');
    // The browser empties a search field on Escape by itself, which is an input too.
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.search input')?.value === '');
    pressed = await page.evaluate(() => globalThis.musubiWatched.keys.length);
  }
  return page.evaluate(() => ({
    took: globalThis.musubiWatched.keys.map(({ took }) => took),
    longTasks: globalThis.musubiWatched.longTasks,
  }));
}

/** One post of all of them, by its number: it is found, and nothing else is. */
async function findsOne(page: Page, total: number): Promise<void> {
  const field = page.locator('.captures-all .search input');
  await field.fill(`no-${String(total - 1).padStart(7, '0')}`);
  await page.waitForFunction(() => document.querySelectorAll('.captures-all .card').length === 1);
  await field.fill('');
}

/** Twenty thousand captures: the first of them on the screen, searching as one types, and the way out and back. */
export async function benchCaptures(): Promise<object> {
  const total = Number(process.argv[3] ?? CAPTURES);
  const script = await bundle(new URL('./captures-page.ts', import.meta.url));
  const running = await launchChromium({ extensionDir: extensionDir('chrome', 'e2e'), lang: 'en' });
  try {
    await running.context.addInitScript(watch);
    const page = await running.page('companion.html#/captures');
    await page.evaluate(script);
    await page.evaluate((n) => globalThis.musubiCaptures.fill(n), total);
    await open(page, total);
    const opened: { painted: number; whole: number }[] = [];
    for (let i = 0; i < 5; i += 1) opened.push(await open(page, total));
    await findsOne(page, total);
    const { took, longTasks } = await type(page);
    await page.evaluate(script);
    const exportSeconds = await page.evaluate(() => globalThis.musubiCaptures.take());
    const { seconds, lost } = await page.evaluate(() => globalThis.musubiCaptures.bring());
    return {
      captures: total,
      searchP50Ms: round(median(took), 1),
      searchP95Ms: round(quantile(took, 0.95), 1),
      gridFirstPaintMs: round(median(opened.map(({ painted }) => painted)), 0),
      allSearchedMs: round(median(opened.map(({ whole }) => whole)), 0),
      longTasks,
      exportSeconds: round(exportSeconds, 2),
      importSeconds: round(seconds, 2),
      lost,
    };
  } finally {
    await running.close();
  }
}
