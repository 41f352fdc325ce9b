import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import type { Event } from '../../src/activity/event.ts';
import type { Capture } from '../../src/capture/capture.ts';
import type { ShareRow } from '../../src/share/tables.ts';
import { type Hosts, startHosts } from '../hosts/server.ts';
import { findFirefox } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { relate } from '../run/related.ts';
import { launchFirefox, type RunningFirefox } from './firefox.ts';
import { buttonsOf } from './firefox-closed.ts';
import { type Browsing, holds, nastyFeeds, type Tab } from './nasty.ts';
import { readRows } from './stage.ts';

const feeds = await nastyFeeds();

const tabOf = (page: Page): Tab => ({
  evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never,
  press: (x, y) => page.mouse.click(x, y),
  buttons: (pair) => buttonsOf(page, pair),
  close: () => page.close(),
});

/** Comes to a button of a pair, as a hand does, and presses it: one half of the pair. */
async function press(page: Page, pair: number, half: 0.25 | 0.75): Promise<void> {
  const box = await page.evaluate((at) => {
    const host = document.querySelectorAll('[data-musubi]')[at];
    host?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, width, height };
  }, pair);
  await page.mouse.move(box.left - 4, box.top - 4);
  await page.mouse.click(box.left + box.width * half, box.top + box.height / 2);
}

// Where there is no Firefox, ensureBrowsers has said in one line why, and this is counted as skipped.
describe.skipIf(!findFirefox())('in Firefox', () => {
  let hosts: Hosts;
  let running: RunningFirefox;
  let companion: Page;
  let browsing: Browsing;
  beforeAll(async () => {
    hosts = await startHosts();
    running = await launchFirefox({
      extensionDir: extensionDir('firefox', 'e2e'),
      proxyPort: hosts.proxyPort,
      lang: 'en',
    });
    companion = await running.page('companion.html');
    await relate(companion);
    let current: Page = companion;
    browsing = {
      port: hosts.port,
      rows: (table) => companion.evaluate(readRows, table) as Promise<never>,
      open: async (address) => {
        current = await running.browser.newPage();
        await current.setViewport({ width: 1280, height: 3200 });
        await current.goto(address);
        return tabOf(current);
      },
      tidy: async () => {
        await windowCloses();
        await current.bringToFront();
      },
    };
  });
  afterAll(async () => {
    await running?.close();
    await hosts?.stop();
  });
  const rows = <Row>(table: string) => companion.evaluate(readRows, table) as Promise<Row[]>;
  /** Waits for the window of a share, and closes it. Its address. */
  const windowCloses = async (): Promise<URL> => {
    const opened = await running.browser.waitForTarget((target) => target.url().includes('/intent/post'));
    const address = new URL(opened.url());
    await (await opened.page())?.close();
    return address;
  };
  /** A press on a button of ours, and the address of the window that opens. */
  const windowOf = async (page: Page, press: () => Promise<unknown>): Promise<URL> => {
    const [address] = await Promise.all([windowCloses(), press()]);
    await page.bringToFront();
    return address;
  };

  it.each(['x', 'mastodon'] as const)(
    'shares and keeps on %s, where the buttons are styled',
    async (name) => {
      const page = await running.page(hosts.pages[name]);
      await page.waitForSelector('[data-musubi]');
      // The third post: the nasty pages have the first two.
      const third = 2;
      // Named by the author once the page rests.
      const isNamed = ({ name: called, pressed }: { name: string; pressed: boolean }) =>
        !pressed && /^(?:Share|Keep) .+’s post$/.test(called);
      await expect.poll(async () => (await buttonsOf(page, third)).map(isNamed)).toEqual([true, true]);
      const look = await page.$$eval(
        '[data-musubi]',
        (pairs, at) => {
          const pair = pairs[at] ?? document.body;
          const { display, cursor } = getComputedStyle(pair);
          return { display, cursor, width: pair.getBoundingClientRect().width };
        },
        third,
      );
      expect(look).toMatchObject({ display: expect.stringContaining('flex'), cursor: 'pointer' });
      expect(look.width).toBeGreaterThan(40);

      const links = (await rows<ShareRow>('links')).length;
      const window = await windowOf(page, () => press(page, third, 0.25));
      // A list that unmounts what is far above has the pressed pair in another place now.
      const marked = async (button: number) => {
        const pairs = await page.$$eval('[data-musubi]', (all) => all.length);
        for (let at = 0; at < pairs; at += 1) if ((await buttonsOf(page, at))[button]?.pressed) return at;
        return -1;
      };
      await expect.poll(() => marked(0)).toBeGreaterThanOrEqual(0);
      const all = await rows<ShareRow>('links');
      expect(all).toHaveLength(links + 1);
      const link = all.find(({ site, undone }) => site === name && undone === 0);
      expect(window.searchParams.get('url')).toBe(link?.url);
      expect(window.searchParams.get('text')).toBe(link?.disclosure.text);
      const types = async () => {
        const events = (await rows<Event>('events')).filter(({ about }) => about === link?.id);
        return events.map(({ type }) => type).sort();
      };
      await expect.poll(types).toEqual(['opened', 'prepared']);

      await press(page, await marked(0), 0.75);
      await expect.poll(() => marked(1)).toBeGreaterThanOrEqual(0);
      const capture = (await rows<Capture>('captures')).find(({ read }) => read.site === name);
      expect(capture?.read).toMatchObject({ status: 'full', missing: [] });
      expect(capture?.post).toBe(link?.post);
      await page.close();
    },
  );

  it('has the disclosure and the link on the clipboard', async () => {
    const link = (await rows<ShareRow>('links')).sort((a, b) => a.at - b.at).at(-1);
    const page = await running.page(hosts.pages.playground);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('textarea')?.value);
    expect(await page.$eval('textarea', (field) => field.value)).toBe(link?.final);
    await page.close();
  });

  it('shows it in the companion', async () => {
    const said = en.meLoudOpened.other.replace('{n}', '2');
    await companion.waitForFunction((words) => document.body.innerText.includes(words), {}, said);
    await companion.evaluate(() => {
      location.hash = '#/captures';
    });
    await companion.waitForFunction(() => document.querySelectorAll('a.card').length === 2);
  });

  it('says in the sidebar what it knows of the page beside', async () => {
    const panel = await running.page('sidepanel.html');
    const shown = () => panel.evaluate(() => document.body.innerText);
    await expect.poll(shown).toContain(en.panelOwnPage);
    await expect.poll(shown).toContain(en.panelInbox);
    await panel.close();
  });

  it.each(feeds.map((feed) => [feed.site.id, feed] as const))(
    'leaves %s whole where all is nasty',
    (_, feed) => holds(browsing, feed),
  );

  it('contacted no host but the stand-ins', () => {
    expect(hosts.log.filter(({ errand, status }) => !errand && status === 502)).toEqual([]);
  });
});
