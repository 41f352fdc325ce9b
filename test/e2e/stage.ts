import type { BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import type { Event } from '../../src/activity/event.ts';
import type { Mark } from '../../src/activity/mark.ts';
import type { Rollup } from '../../src/activity/rollup.ts';
import type { Capture } from '../../src/capture/capture.ts';
import type { Reading } from '../../src/post/post.ts';
import type { Draft, ShareRow } from '../../src/share/tables.ts';
import { SITES } from '../../src/sites/sites.ts';
import type { SentRow } from '../../src/workspace/rooms/tables.ts';
import { type Entry, type Hosts, startHosts } from '../hosts/server.ts';
import { extensionDir } from '../run/build.ts';
import { relate } from '../run/related.ts';
import { type ChromiumOptions, launchChromium, type RunningChromium, untilRegistered } from './chromium.ts';
import { Closed } from './closed.ts';

/** Rows of the diary as a test looks at them. */
export interface Rows {
  readonly events: Event;
  readonly links: ShareRow;
  readonly drafts: Draft;
  readonly captures: Capture;
  readonly marks: Mark;
  readonly rollups: Rollup;
  readonly sent: SentRow;
  readonly edits: { readonly room: string };
  readonly roomStores: { readonly room: string };
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
/** The sheet in a page of our own: within the frame that a foreign page has of us, in a window, in the companion. */
export const SHEET = '[data-musubi-floating="sheet"] dialog';

/** Runs in a page of the extension: the databases in which rooms stand. */
export async function roomDatabases(): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name?.startsWith('musubi:room ') ? [name] : []));
}

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

  /**
   * `brief`: without the clipboard, to be up sooner. `related`: the person has named their employer's sites, so that one click
   * shares; false: nothing was asked yet.
   */
  static async open({
    brief = false,
    related = true,
    ...options
  }: Partial<ChromiumOptions> & { brief?: boolean; related?: boolean } = {}): Promise<Stage> {
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
    if (related) await relate(desk);
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
    await relate(this.desk);
  }

  private async extensions(method: string, params: object): Promise<void> {
    const browser = await this.running.context.browser()?.newBrowserCDPSession();
    // Newer than the protocol's types that come with the test tool.
    await browser?.send(method as never, params as never);
  }

  /** Has every site's posts carry these buttons, in the open pages too, as the person's settings do. */
  async showing(shown: 'both' | 'none'): Promise<void> {
    await this.desk.evaluate(
      async ([choice, sites]) => {
        const diary = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('musubi');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const value = Object.fromEntries(sites.map((site) => [site, choice]));
        const written = diary.transaction('settings', 'readwrite');
        written.objectStore('settings').put({ name: 'buttons', value });
        await new Promise((resolve) => {
          written.oncomplete = resolve;
        });
        diary.close();
        await chrome.runtime.sendMessage({ musubi: 1, name: 'feeds.changed', ask: {} });
      },
      [shown, SITES.map(({ id }) => id)] as const,
    );
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

  /** Presses, and gives the address of the network's window that opens, from the page or from a window of ours. */
  async windowOf(page: Page, press: () => Promise<unknown>): Promise<URL> {
    const isOther = (one: Page) => one !== page && !one.url().startsWith('chrome-extension:');
    const opening = page.context().waitForEvent('page', { predicate: isOther });
    const [popup] = await Promise.all([opening, press()]);
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

export const knot = (page: Page, post = 0): Closed => new Closed(page, PAIR, post, 'button');
export const bookmark = (page: Page, post = 0): Closed => new Closed(page, PAIR, post, 'button + button');

/** The first button of a page that has this name. */
export const named = (page: Page, name: string): Closed =>
  new Closed(page, PAIR, 0, `button[aria-label=${JSON.stringify(name)}]`);

/** What has the focus in a page, down into closed roots, by what a screen reader calls it. */
export async function focused(page: Page): Promise<string> {
  const hosts = await page
    .locator(PAIR)
    .evaluateAll((all) => all.findIndex((one) => one.matches(':focus') || one === document.activeElement));
  if (hosts < 0) return page.evaluate(() => document.activeElement?.ariaLabel ?? '');
  const inner = new Closed(page, PAIR, hosts, ':focus');
  return (await inner.isThere()) ? ((await inner.getAttribute('aria-label')) ?? '') : '';
}

/** Waits until a press on the knot is over: one more before that is taken for a slip of the finger. */
export const rested = (page: Page, post = 0): Promise<void> =>
  new Closed(page, PAIR, post, 'button:first-of-type:not([aria-busy])').waitFor();

/** Asks for the sheet by the menu of a knot. */
export const pressRight = (at: Closed): Promise<void> => at.click({ button: 'right' });

/** Our frames in a page that show a sheet. */
async function openFrames(page: Page): Promise<Frame[]> {
  const ours = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
  const shown = await Promise.all(
    ours.map((frame) =>
      frame
        .locator(SHEET)
        .count()
        .catch(() => 0),
    ),
  );
  return ours.filter((_, at) => (shown[at] ?? 0) > 0);
}

/** Windows of ours that were opened apart from a page. */
export const windowsApart = (page: Page): Page[] =>
  page
    .context()
    .pages()
    .filter((one) => /^chrome-extension:.*\/sheet\.html/.test(one.url()));

/**
 * Where the sheet of a page is shown, with all that is in it: in our frame there, or in a window where the page or the machine
 * was too slow for that. A frame that is a moment too late is taken away again. `within`: what of it has to be there.
 */
export async function sheetOf(page: Page, within = '[data-main]'): Promise<Frame | Page> {
  for (const over = Date.now() + 25_000; Date.now() < over; ) {
    const shown: (Frame | Page)[] = [...(await openFrames(page)), ...windowsApart(page)];
    for (const one of shown) {
      const there = one.locator(`${SHEET} ${within}`).waitFor({ timeout: 5000 });
      if (
        await there.then(
          () => true,
          () => false,
        )
      )
        return one;
    }
    await page.waitForTimeout(30);
  }
  throw new Error('no sheet is open');
}

/**
 * Answers the one question before a first share, and gives the sheet that goes on. A sheet that the browser was slow to show
 * moves to a window at the press, and asks there again.
 */
export async function answers(page: Page, answer: 'yes' | 'no'): Promise<Frame | Page> {
  for (const over = Date.now() + 25_000; Date.now() < over; ) {
    const sheet = await sheetOf(page);
    const button = sheet.locator(`${SHEET} [data-answer=${answer}]`);
    try {
      if ((await button.count()) > 0) await button.click({ timeout: 5000 });
      await button.waitFor({ state: 'detached', timeout: 5000 });
      await sheet.locator(`${SHEET} [data-main]`).waitFor({ timeout: 1000 });
      return sheet;
    } catch {
      // Its frame is gone: what was asked for is in a window now.
    }
  }
  throw new Error('the question was not answered');
}

/** How many sheets are open over a page or apart from it. */
export const sheets = async (page: Page): Promise<number> =>
  (await openFrames(page)).length + windowsApart(page).length;

/** The keys of whoever has the sheet. */
export const keysOf = (sheet: Frame | Page) => ('page' in sheet ? sheet.page() : sheet).keyboard;

/** Presses Escape in the sheet, in whatever it stands. A window closes while the key is still on its way: nobody waits for it. */
export async function pressEscape(page: Page): Promise<void> {
  const sheet = await sheetOf(page, 'textarea:focus');
  keysOf(sheet)
    .press('Escape')
    .catch(() => undefined);
}

const inStrip = (page: Page, inner: string) => new Closed(page, STRIP, 0, inner);

/** What the strip says, once it says something. */
export const said = (page: Page): Promise<string> => inStrip(page, '.words').words();

/** Waits until the strip says just this. */
export const says = (page: Page, words: string): Promise<void> =>
  inStrip(page, `.words[data-words=${JSON.stringify(words)}]`).waitFor();

/** The strip's button with these words. */
export const stripButton = (page: Page, words: string): Closed =>
  inStrip(page, `button[data-words=${JSON.stringify(words)}]`);

export const pressed = async (button: Closed): Promise<string> =>
  String((await button.getAttribute('data-on')) !== null);

/** Waits until a button is shown as done, or as not done. */
export function shows(page: Page, button: 'first' | 'last', post: number, state: boolean): Promise<void> {
  const which = button === 'first' ? 'button' : 'button + button';
  return new Closed(page, PAIR, post, `${which}${state ? '[data-on]' : ':not([data-on])'}`).waitFor();
}
