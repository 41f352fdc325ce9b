import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { findChromium } from '../run/browsers.ts';
import { lendStage } from './lent-stage.ts';
import {
  bookmark,
  knot,
  PAIR,
  pressed,
  SHEET,
  type Stage,
  said,
  says,
  sheetOf,
  stripButton,
  windowsApart,
} from './stage.ts';

const SHOP = 'https://asahi-coffee.example';

/** What the browser tells of a press in its menu; the menu itself is no part of a page and cannot be pressed. */
interface Press {
  readonly menuItemId: 'sheet' | 'keep';
  readonly selectionText?: string;
  readonly linkUrl?: string;
  readonly srcUrl?: string;
  readonly mediaType?: string;
}

describe.skipIf(!findChromium())('any page in Chromium', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await lendStage();
  });
  afterEach(async () => {
    for (const apart of page ? windowsApart(page) : []) await apart.close();
    await page?.close();
  });

  const open = async (path: string) => {
    page = await stage.running.context.newPage();
    await page.goto(`${SHOP}${path}`);
    await page.bringToFront();
  };
  /**
   * The background hears of a press in the menu, or of a shortcut, as from the browser: a menu is no part of a page,
   * and headless Chromium gives no key to its shortcuts.
   */
  const told = async (on: 'contextMenus' | 'commands', what: Press | string) => {
    const worker = await stage.running.worker();
    await worker.evaluate(
      async ([api, given, address]) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.findLast(({ url }) => url === address);
        const event = (api === 'commands'
          ? chrome.commands.onCommand
          : chrome.contextMenus.onClicked) as unknown as {
          dispatch(...args: unknown[]): void;
        };
        event.dispatch(typeof given === 'string' ? given : { editable: false, frameId: 0, ...given }, tab);
      },
      [on, what, page.url()] as const,
    );
  };
  const choose = (press: Press) => told('contextMenus', press);
  const press = (command: 'share' | 'keep') => told('commands', command);
  const kept = async (key: string) => (await stage.rows('captures')).find(({ post }) => post === key);
  const select = (selector: string, from: number, to: number) =>
    page.locator(selector).evaluate(
      (element, [start = 0, end = 0]) => {
        const text = element.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, start, text, end);
      },
      [from, to],
    );

  it('has its shortcuts with the browser', async () => {
    const worker = await stage.running.worker();
    const commands = await worker.evaluate(() => chrome.commands.getAll());
    expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual(
      expect.arrayContaining([
        ['share', 'Alt+Shift+S'],
        ['keep', 'Alt+Shift+K'],
      ]),
    );
  });

  it('is captured by the menu, shown in the page, and undone there', async () => {
    await open('/beans/yunagi-200');
    await choose({ menuItemId: 'keep' });
    expect(await said(page)).toBe(en.feedKept);
    expect(await kept(`${SHOP}/beans/yunagi-200`)).toMatchObject({
      undone: 0,
      read: { kind: 'product', about: { price: { low: 1480, currency: 'JPY' } } },
    });
    await stripButton(page, en.feedUndo).click();
    await says(page, en.feedTakenBack);
    expect((await kept(`${SHOP}/beans/yunagi-200`))?.undone).toBeGreaterThan(0);
  });

  it('keeps selected words with an address that leads a browser to them', async () => {
    await open('/plain');
    await select('#words', 3, 14);
    await choose({ menuItemId: 'keep', selectionText: 'x' });
    await said(page);
    const capture = await kept(`${SHOP}/plain`);
    expect(capture?.read.text).toBe(await page.evaluate(() => String(getSelection())));
    expect(capture?.read.url).toMatch(/\/plain#:~:text=/);
    const address = capture?.read.url ?? '';
    // A window too low for the words: only a browser that finds them scrolls to them.
    await page.close();
    page = await stage.running.context.newPage();
    await page.setViewportSize({ width: 1280, height: 40 });
    await page.goto(address);
    await page.waitForFunction(() => scrollY > 0);
  });

  it('keeps a picture first', async () => {
    await open('/yunagi');
    const srcUrl = `${SHOP}/pictures/yunagi.png`;
    await choose({ menuItemId: 'keep', srcUrl, mediaType: 'image' });
    await said(page);
    expect((await kept(`${SHOP}/yunagi`))?.read.media[0]).toMatchObject({
      url: srcUrl,
      alt: await page.locator('article img').getAttribute('alt'),
    });
  });

  it('keeps a link’s target and not the page', async () => {
    await open('/visit');
    await choose({ menuItemId: 'keep', linkUrl: `${SHOP}/beans/mill` });
    await said(page);
    expect(await kept(`${SHOP}/visit`)).toBeUndefined();
    expect(await kept(`${SHOP}/beans/mill`)).toMatchObject({
      read: {
        title: await page.locator('a[href="/beans/mill"]').innerText(),
        status: 'partial',
      },
    });
  });

  it('is shared by the sheet, with the selected words’ own address', async () => {
    await open('/plain');
    await select('#words', 0, 2);
    await choose({ menuItemId: 'sheet', selectionText: 'x' });
    const sheet = (await sheetOf(page)).locator(SHEET);
    await sheet.locator('.preview').waitFor();
    expect(await sheet.innerText()).toContain('#:~:text=');
  });

  it('by a key is shared and captured too', async () => {
    await open('/visit');
    await press('keep');
    expect(await said(page)).toBe(en.feedKept);
    await press('share');
    await (await sheetOf(page)).locator(SHEET).waitFor();
    expect(await kept(`${SHOP}/visit`)).toMatchObject({ undone: 0 });
  });

  it('by a key on a known site means the post under the pointer, and in focus before that', async () => {
    page = await stage.feed(stage.hosts.pages.x);
    await page.bringToFront();
    const before = (await stage.rows('captures')).length;
    const articles = page.locator('article', { has: page.locator(PAIR) });
    await articles.nth(2).locator('[data-testid="User-Name"]').first().hover();
    await press('keep');
    await expect.poll(() => pressed(bookmark(page, 2))).toBe('true');
    await knot(page, 1).focus();
    await page.keyboard.press('Tab');
    await press('keep');
    await expect.poll(() => pressed(bookmark(page, 1))).toBe('true');
    expect(await stage.rows('captures')).toHaveLength(before + 2);
    expect(await pressed(bookmark(page, 0))).toBe('false');
  });
});
