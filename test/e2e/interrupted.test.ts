import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { siteOf } from '../hosts/routes.ts';
import { findChromium } from '../run/browsers.ts';
import {
  bookmark,
  knot,
  PAIR,
  pressed,
  pressRight,
  Stage,
  said,
  says,
  sheets,
  shows,
  stripButton,
} from './stage.ts';

/** The page as it stands, without what is ours. */
const without = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const ours of copy.querySelectorAll('[data-musubi],[data-musubi-floating]')) ours.remove();
    return copy.outerHTML;
  });

const asItIs = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

describe.skipIf(!findChromium())('what gets in the way', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.open({ more: ['--enable-unsafe-extension-debugging'] });
  });
  afterAll(() => stage?.close());
  afterEach(() => page?.close());
  const types = async () => (await stage.rows('events')).map(({ type }) => type);
  const links = async () => (await stage.rows('links')).length;

  /** The feed with a header that takes something from every script in it, ours too. */
  const feedWith = (name: string, value: string) => {
    const asked = { host: 'x.com', method: 'GET', path: '/home', query: new URLSearchParams() };
    const body = String(siteOf('x.com')?.(asked)?.body);
    const contentType = 'text/html; charset=utf-8';
    return stage.feed(stage.hosts.pages.x, (fresh) =>
      fresh.route('https://x.com/home', (route) =>
        route.fulfill({ body, contentType, headers: { [name]: value } }),
      ),
    );
  };
  const count = async (type: string) => (await types()).filter((one) => one === type).length;

  it('opens the window by the press alone', async () => {
    page = await stage.feed(stage.hosts.pages.x);
    const before = await count('opened');
    const box = await knot(page, 0).boundingBox();
    if (!box) throw new Error('no button to press');
    const allowed = page.waitForEvent('popup');
    // Nothing but the mouse: whatever else the test tool does in a page brings a right to open windows with it.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await (await allowed).close();
    await expect.poll(() => count('opened')).toBe(before + 1);
  });

  it('says that copying was refused, and offers it for a fresh press', async () => {
    page = await feedWith('permissions-policy', 'clipboard-write=()');
    const before = await links();
    await stage.share(page, 0);
    expect(await said(page)).toBe(en.feedCopyRefused);
    expect(await links()).toBe(before + 1);
    await stage.windowOf(page, () => stripButton(page, en.feedCopyAgain).click());
    expect(await said(page)).toBe(en.feedCopyRefused);
    // Pressed twice, it is still one share that was opened once.
    expect(await links()).toBe(before + 1);
    await expect.poll(() => count('opened')).toBe(await count('prepared'));
  });

  it('says that the window was blocked, and offers it for a fresh press', async () => {
    page = await feedWith('content-security-policy', 'sandbox allow-scripts allow-same-origin');
    const before = { prepared: await count('prepared'), opened: await count('opened') };
    await knot(page, 1).click();
    expect(await said(page)).toBe(en.feedPopupRefused.replace('{network}', 'X'));
    const copied = await stage.clipboard();
    expect((await stage.rows('links')).map(({ final }) => final)).toContain(copied);
    await stripButton(page, en.feedOpenAgain).click();
    expect(await said(page)).toBe(en.feedPopupRefused.replace('{network}', 'X'));
    expect(await count('prepared')).toBe(before.prepared + 1);
    // A window that did not open is not said to have been opened.
    expect(await count('opened')).toBe(before.opened);
  });

  it('answers a click though the background was stopped', async () => {
    page = await stage.feed(stage.hosts.pages.x);
    const before = await links();
    await stage.running.stopWorker();
    await stage.share(page, 0);
    expect(await links()).toBe(before + 1);
    await stage.running.stopWorker();
    await bookmark(page, 0).click();
    await shows(page, 'last', 0, true);
  });

  it('differs from the page alone by its own nodes only, and leaves nothing when it goes', async () => {
    const alone = await stage.private({ ignoreHTTPSErrors: true });
    for (const address of [stage.hosts.pages.x, stage.hosts.pages.mastodon, stage.hosts.pages.reddit]) {
      const plain = await alone.newPage();
      await plain.goto(address);

      const ours = await stage.feed(address);
      // By key: the page itself redraws a row that the mouse passes over.
      await bookmark(ours, 1).focus();
      await ours.keyboard.press('Enter');
      await said(ours);
      const same = (of: (page: Page) => Promise<string>) => async () =>
        (await of(ours)) === (await asItIs(plain));
      await expect.poll(same(without)).toBe(true);
      // What a page says of a newer copy is not obeyed: it is the person who has the buttons go.
      await ours.evaluate(() => document.dispatchEvent(new CustomEvent('musubi:takeover')));
      expect(await ours.locator(PAIR).count()).toBeGreaterThan(0);
      await stage.showing('none');
      await expect.poll(() => ours.locator(PAIR).count()).toBe(0);
      await expect.poll(same(asItIs)).toBe(true);
      await stage.showing('both');
      await ours.close();
      await plain.close();
    }
    await alone.close();
  });

  it('goes on in an open page when the extension is updated: one new pair a post, and no click lost', async () => {
    page = await stage.feed(stage.hosts.pages.x);
    const posts = (await stage.posts(page)).length;
    const before = await links();
    await page.evaluate((pair) => {
      for (const host of document.querySelectorAll(pair)) Object.assign(host, { wasHere: true });
    }, PAIR);
    await stage.update();
    const fresh = () =>
      page.evaluate((pair) => {
        const hosts = [...document.querySelectorAll(pair)];
        return hosts.filter((host) => !('wasHere' in host)).length;
      }, PAIR);
    await expect.poll(fresh, { timeout: 20_000 }).toBe(posts);
    expect(await page.locator(PAIR).count()).toBe(posts);
    await stage.share(page, 0);
    expect(await links()).toBe(before + 1);
    expect(await pressed(knot(page, 0))).toBe('true');
  });

  it('says what to do where the extension is gone from under an open page, and records nothing', async () => {
    page = await stage.feed(stage.hosts.pages.x);
    const untouched = await stage.feed(stage.hosts.pages.x);
    await page.bringToFront();
    const before = await links();
    // Whoever reached for a pair before has all of us in the page.
    await knot(page, 3).hover();
    await stripButton(page, en.feedChoose).waitFor();
    await stage.uninstall();
    await knot(page, 3).click();
    expect(await said(page)).toBe(en.feedGone);
    await stripButton(page, en.feedReload).waitFor();
    await bookmark(page, 3).click();
    await says(page, en.feedGone);
    await pressRight(knot(page, 3));
    await says(page, en.feedGone);
    expect(await sheets(page)).toBe(0);
    expect(await pressed(knot(page, 3))).toBe('false');
    await stripButton(page, en.feedReload).click();
    await page.locator('article').first().waitFor();
    await expect.poll(() => page.locator(PAIR).count()).toBe(0);
    expect(before).toBeGreaterThan(0);
    // Where nobody had reached for a pair, nothing of ours is left that could draw a strip.
    await untouched.bringToFront();
    const box = untouched.waitForEvent('dialog');
    const press = knot(untouched, 3).click();
    const asked = await box;
    expect(asked.message()).toBe(en.feedGone);
    await asked.dismiss();
    await press;
    expect(await pressed(knot(untouched, 3))).toBe('false');
    await untouched.close();
    expect(stage.outside()).toEqual([]);
  });
});
