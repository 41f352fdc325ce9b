import { type Post, RawPost, type Reading } from '../../src/post/post.ts';
import { settled } from '../../src/post/resolve-counts.ts';
import { launchChromium, type RunningChromium } from '../e2e/chromium.ts';
import { findChromium } from './browsers.ts';
import { extensionDir } from './build.ts';
import { freshBuild } from './fresh-build.ts';

/** A page to read: `html` as it was saved, null for a live one. */
export interface PageToRead {
  readonly address: string;
  readonly html: string | null;
  readonly scripts: boolean;
  /** The page is scrolled until it has shown so many posts, or shows no more; absent or 0: it stays where it is. */
  readonly posts?: number;
}

interface Found {
  readonly reading: Reading | null;
  readonly buttons: number;
}

const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;

const keyIn = ({ reading }: Found) => (reading?.ok ? reading.post.key : JSON.stringify(reading));

/** Waits until the number of posts stays the same. Null where no recipe runs in the page. */
async function byRecipe(running: RunningChromium, tab: number): Promise<Found[] | null> {
  const worker = await running.worker();
  return worker.evaluate(async (id) => {
    const ask = (): Promise<unknown[] | undefined> =>
      chrome.tabs.sendMessage(id, { musubi: 1, name: 'read' }).catch(() => undefined);
    let before = -1;
    let found: unknown[] | undefined;
    for (let i = 0; i < 40; i += 1) {
      found = await ask();
      const size = found?.length ?? -1;
      if (size > 0 && size === before) break;
      if (size === -1 && i > 8) break;
      before = size;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return (found ?? null) as never;
  }, tab);
}

async function byPage(running: RunningChromium, tab: number): Promise<Found[]> {
  const worker = await running.worker();
  const reading = await worker.evaluate(async (id) => {
    const [first] = await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/page.js'] });
    return first?.result as never;
  }, tab);
  return [{ reading, buttons: 0 }];
}

function shown({ reading, buttons }: Found): Record<string, unknown> {
  if (!reading?.ok) return { url: '', status: 'unrecognised', missing: reading?.missing ?? [], buttons };
  const { time, ...post } = settled(RawPost.parse(reading.post));
  return { ...post, time: typeof time === 'number' ? new Date(time).toISOString() : null, buttons };
}

/** Reads pages in a Chromium with the built extension, one after the other. */
export class PageReader {
  private readonly running: RunningChromium;
  private served: PageToRead = { address: 'about:blank', html: null, scripts: true };

  private constructor(running: RunningChromium) {
    this.running = running;
  }

  static async open(): Promise<PageReader> {
    if (!findChromium()) throw new Error('no Chromium here; npm test installs one');
    await freshBuild('e2e');
    const reader = new PageReader(await launchChromium({ extensionDir: extensionDir('chrome', 'e2e') }));
    await reader.serve();
    return reader;
  }

  /**
   * Serves the saved page at its real address and nothing else: no request leaves this machine. Scripts are turned
   * off by a policy and not by the browser's switch, which would turn ours off too.
   */
  private async serve(): Promise<void> {
    await this.running.context.route('**/*', async (route) => {
      const { address, html, scripts } = this.served;
      const policy: Record<string, string> = scripts
        ? {}
        : { 'content-security-policy': "script-src 'none'" };
      const headers = { 'content-type': 'text/html; charset=utf-8', ...policy };
      const url = new URL(route.request().url());
      // A fragment is no part of what is asked for.
      const isPage = url.href.split('#')[0] === new URL(address).href.split('#')[0];
      if (html !== null && isPage && route.request().isNavigationRequest()) {
        await route.fulfill({ status: 200, headers, body: html });
      } else if (LOOPBACK.test(url.hostname) || url.protocol === 'chrome-extension:') await route.continue();
      else await route.abort();
    });
  }

  private async opened<Result>(wanted: PageToRead, work: (tab: number) => Promise<Result>): Promise<Result> {
    this.served = wanted;
    const page = await this.running.context.newPage();
    try {
      await page.goto(wanted.address, { waitUntil: 'load' });
      await page.bringToFront();
      const worker = await this.running.worker();
      const tab = await worker.evaluate(
        async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1,
      );
      return await work(tab);
    } finally {
      await page.close();
    }
  }

  /** The posts of a page as Keep would store them. */
  async posts(wanted: PageToRead): Promise<Record<string, unknown>[]> {
    return (await this.found(wanted)).map(shown);
  }

  /** The first post of a page as it is stored; null where it was not recognised. */
  async post(wanted: PageToRead): Promise<Post | null> {
    const [first] = await this.found(wanted);
    return first?.reading?.ok ? settled(RawPost.parse(first.reading.post)) : null;
  }

  private found(wanted: PageToRead): Promise<Found[]> {
    return this.opened(wanted, async (tab) => {
      const found = (await byRecipe(this.running, tab)) ?? [];
      if (found.length === 0) return byPage(this.running, tab);
      return this.scrolled(tab, found, wanted.posts ?? 0);
    });
  }

  /**
   * Posts by their key as the page is scrolled by a window's height at a time: a feed unmounts those above. Ends with so
   * many, or once three steps bring none.
   */
  private async scrolled(tab: number, first: Found[], wanted: number): Promise<Found[]> {
    const all = new Map(first.map((one) => [keyIn(one), one]));
    for (let idle = 0; all.size < wanted && idle < 3; ) {
      const before = all.size;
      await this.scroll(tab);
      for (const one of (await byRecipe(this.running, tab)) ?? [])
        if (!all.has(keyIn(one))) all.set(keyIn(one), one);
      idle = all.size > before ? 0 : idle + 1;
    }
    return [...all.values()].slice(0, Math.max(wanted, first.length));
  }

  private async scroll(tab: number): Promise<void> {
    const worker = await this.running.worker();
    await worker.evaluate(async (id) => {
      const down = () => scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
      await chrome.scripting.executeScript({ target: { tabId: id }, func: down });
    }, tab);
  }

  /** The page's whole body selected and kept, as the post it becomes. */
  selection(wanted: PageToRead): Promise<Record<string, unknown>> {
    return this.opened(wanted, async (tab) => {
      const worker = await this.running.worker();
      await worker.evaluate(async (id) => {
        const select = () => getSelection()?.selectAllChildren(document.body);
        await chrome.scripting.executeScript({ target: { tabId: id }, func: select });
      }, tab);
      return shown((await byPage(this.running, tab))[0] ?? { reading: null, buttons: 0 });
    });
  }

  close(): Promise<void> {
    return this.running.close();
  }
}
