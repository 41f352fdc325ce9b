import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Event } from '../../src/activity/event.ts';
import type { Mark } from '../../src/activity/mark.ts';
import type { Rollup } from '../../src/activity/rollup.ts';
import type { Capture } from '../../src/capture/tables.ts';
import type { Reading } from '../../src/post/post.ts';
import type { Draft, Link } from '../../src/share/tables.ts';
import type { Sent } from '../../src/workspace/rooms/tables.ts';
import { type Entry, type Hosts, startHosts } from '../hosts/server.ts';
import { extensionDir } from '../run/build.ts';
import { type ChromiumOptions, launchChromium, type RunningChromium, untilRegistered } from './chromium.ts';

/** Rows of the diary as a test looks at them. */
export interface Rows {
  readonly events: Event;
  readonly links: Link;
  readonly drafts: Draft;
  readonly captures: Capture;
  readonly marks: Mark;
  readonly rollups: Rollup;
  readonly sent: Sent;
  readonly replicas: { readonly room: string };
  readonly deviceKeys: { readonly id: string };
  /** `sum`: the hash of the bytes, worked out anew. */
  readonly media: { readonly hash: string; readonly type: string; readonly sum: string };
}

/** One post of a page, as our script there reads it. */
export interface Found {
  readonly reading: Reading | null;
  readonly buttons: number;
}

export const PAIR = '[data-musubi]';
export const STRIP = '[data-musubi-floating="strip"]';
export const SHEET = '[data-musubi-floating="sheet"] dialog';

/** Runs in a page of the extension: every row of a table, in the order of its key. */
export async function readRows(table: string): Promise<unknown[]> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const diary = await answer(indexedDB.open('musubi'));
  if (!diary.objectStoreNames.contains(table)) {
    diary.close();
    return [];
  }
  const rows = await answer(diary.transaction(table).objectStore(table).getAll());
  diary.close();
  if (table !== 'media') return rows;
  return Promise.all(
    rows.map(async ({ bytes, ...row }) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return { ...row, sum: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
    }),
  );
}

/** Runs in a page of the extension's own: takes away all that it keeps on this device. */
async function forgetAll(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  await Promise.all([chrome.storage?.local.clear(), chrome.alarms.clearAll()]);
  await chrome.action.setBadgeText({ text: '' });
}

/** Pages share processes: on two cores, starting one for every tab takes longer than what is done in it. */
const FEW_PROCESSES = ['--renderer-process-limit=1', '--disable-site-isolation-trials'];
/** Tall enough that a feed has no need to recycle, for every page: a window of another size is drawn anew. */
const TALL = '--window-size=1280,2200';

/** Chromium with the extension over the stand-ins, and what a test needs to press and to look at. */
export class Stage {
  readonly hosts: Hosts;
  readonly running: RunningChromium;
  /** A bare page of the extension's own, to read the diary and to speak as the background does. */
  private desk: Page;
  /** A page that may read the clipboard: the ones under test may not. */
  private readonly reader: Page | null;

  private constructor(hosts: Hosts, running: RunningChromium, desk: Page, reader: Page | null) {
    this.hosts = hosts;
    this.running = running;
    this.desk = desk;
    this.reader = reader;
  }

  /** `brief`: without the clipboard, to be up sooner. */
  static async open({
    brief = false,
    ...options
  }: Partial<ChromiumOptions> & { brief?: boolean } = {}): Promise<Stage> {
    const hosts = await startHosts();
    const running = await launchChromium({
      extensionDir: extensionDir('chrome', 'e2e'),
      proxyPort: hosts.proxyPort,
      ...options,
      registered: false,
      windowed: true,
      more: [...FEW_PROCESSES, TALL, ...(options.more ?? [])],
    });
    const reading = async () => {
      if (brief) return null;
      await running.context.grantPermissions(['clipboard-read'], { origin: 'https://musubi.example' });
      return running.page(hosts.pages.playground);
    };
    const [desk, reader] = await Promise.all([
      running.page('manifest.json'),
      reading(),
      options.registered === false ? null : running.worker().then(untilRegistered),
    ]);
    return new Stage(hosts, running, desk, reader);
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.hosts.stop();
  }

  /** SIGKILL to the browser. */
  async kill(): Promise<void> {
    await this.running.kill();
    await this.hosts.stop();
  }

  rows<Table extends keyof Rows>(table: Table): Promise<Rows[Table][]> {
    return this.desk.evaluate(readRows, table) as Promise<Rows[Table][]>;
  }

  /**
   * Puts the extension in place of itself, as an update does; its own pages are closed with the older one. The
   * browser has to be started with `--enable-unsafe-extension-debugging`.
   */
  async update(): Promise<void> {
    const again = this.running.context.waitForEvent('serviceworker');
    await this.extensions('Extensions.loadUnpacked', { path: extensionDir('chrome', 'e2e') });
    await again;
    this.desk = await this.running.page('manifest.json');
  }

  /** Takes the extension away, with the same switch; what it left in open pages lives on. */
  uninstall(): Promise<void> {
    return this.extensions('Extensions.uninstall', { id: this.running.extensionId });
  }

  /** As new: closes every page but our own, stops the background, and forgets everything. */
  async empty(): Promise<void> {
    for (const page of this.running.context.pages()) if (page !== this.desk) await page.close();
    await this.running.stopWorker();
    await this.desk.evaluate(forgetAll);
    await this.running.worker();
  }

  private async extensions(method: string, params: object): Promise<void> {
    const browser = await this.running.context.browser()?.newBrowserCDPSession();
    // Newer than the protocol's types that come with the test tool.
    await browser?.send(method as never, params as never);
  }

  /** Runs a function in a page of the extension's own. */
  asExtension<T>(run: () => Promise<T>): Promise<T>;
  asExtension<T, Given>(run: (given: Given) => Promise<T>, given: Given): Promise<T>;
  asExtension<T>(run: (given: unknown) => Promise<T>, given?: unknown): Promise<T> {
    return this.desk.evaluate(run, given);
  }

  /** A window of the same browser with a profile of its own, as a private one has: nothing of ours runs there. */
  private(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const browser = this.running.context.browser();
    if (!browser) throw new Error('the browser is gone');
    return browser.newContext({ viewport: null, ...options });
  }

  async clipboard(): Promise<string> {
    if (!this.reader) throw new Error('a brief stage reads no clipboard');
    return this.reader.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * A page of the web with our buttons on it. `prepare` is called before it goes there.
   */
  async feed(address: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.running.context.newPage();
    await prepare?.(page);
    await page.goto(address);
    await page.locator(PAIR).first().waitFor();
    return page;
  }

  /** What the background tells the script in a page, and what that answers. */
  async tell(page: Page, name: 'read' | 'sheet' | 'keep'): Promise<unknown> {
    return this.desk.evaluate(
      async ([address, named]) => {
        const tabs = (await chrome.tabs.query({})).filter(({ url }) => url === address);
        const id = tabs.at(-1)?.id;
        if (id === undefined) throw new Error(`no tab shows ${address}`);
        return chrome.tabs.sendMessage(id, { musubi: 1, name: named });
      },
      [page.url(), name] as const,
    );
  }

  /** Every post on the page, advertisements left out, with how many of our buttons each carries. */
  posts(page: Page): Promise<Found[]> {
    return this.tell(page, 'read') as Promise<Found[]>;
  }

  /** Presses, and gives the address of the window that opens. */
  async windowOf(page: Page, press: () => Promise<unknown>): Promise<URL> {
    const [popup] = await Promise.all([page.waitForEvent('popup'), press()]);
    await popup.waitForURL(/^https/);
    const address = new URL(popup.url());
    await popup.close();
    return address;
  }

  share(page: Page, post = 0): Promise<URL> {
    return this.windowOf(page, () => knot(page, post).click());
  }

  /** Requests that no stand-in answers for: what a page or we asked of the outside. */
  outside(): readonly Entry[] {
    return this.hosts.log.filter(({ errand, status }) => !errand && status === 502);
  }
}

export const knot = (page: Page, post = 0): Locator => page.locator(PAIR).nth(post).locator('button').first();
export const bookmark = (page: Page, post = 0): Locator =>
  page.locator(PAIR).nth(post).locator('button').last();

/**
 * Asks for the sheet by the menu of a knot. It opens while the button is still down, so the tool may look for
 * what is in the way before the press only: after it, on a slow machine, that is the sheet itself. (Not by a trial
 * press: it presses, and holds the event back from whoever listens after the tool, which we do not.)
 */
export async function pressRight(at: Locator): Promise<void> {
  await at.hover();
  await at.click({ button: 'right', force: true });
}

/** What the strip says, once it says something. */
export async function said(page: Page): Promise<string> {
  return page.locator(`${STRIP} .words:not(:empty)`).innerText();
}

/** The strip's button with these words. */
export const stripButton = (page: Page, words: string): Locator =>
  page.locator(`${STRIP} button`).filter({ hasText: words });

export const pressed = (button: Locator): Promise<string | null> => button.getAttribute('aria-pressed');

/** Waits until a button is shown as done, or as not done. */
export async function shows(
  page: Page,
  button: 'first' | 'last',
  post: number,
  state: boolean,
): Promise<void> {
  const at = button === 'first' ? knot(page, post) : bookmark(page, post);
  await page
    .locator(PAIR)
    .nth(post)
    .locator(`button[aria-pressed="${state}"]`)
    .and(at)
    .waitFor({ state: 'attached' });
}
