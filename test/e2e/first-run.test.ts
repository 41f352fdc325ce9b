import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { genericExpected } from '../hosts/generic/expected.ts';
import { findChromium } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { answers, PAIR, SHEET, Stage } from './stage.ts';
import { ToolbarPopup } from './toolbar.ts';

describe.skipIf(!findChromium())('the first run, as a store delivers it', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({
      extensionDir: extensionDir('chrome'),
      registered: false,
      related: false,
      more: ['--enable-unsafe-extension-debugging'],
    });
  });
  afterAll(() => stage?.close());

  it('asks for no host when it is installed, and puts nothing into a page', async () => {
    const { permissions, scripts } = await stage.asExtension(async () => ({
      permissions: await chrome.permissions.getAll(),
      scripts: await chrome.scripting.getRegisteredContentScripts(),
    }));
    expect(permissions.origins).toEqual([]);
    expect([...(permissions.permissions ?? [])].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'sidePanel',
      'unlimitedStorage',
    ]);
    expect(scripts).toEqual([]);
    const page = await stage.running.page(stage.hosts.pages.x);
    expect(await page.locator('article').count()).toBeGreaterThan(3);
    expect(await page.locator(PAIR).count()).toBe(0);
    await page.close();
  });

  it('welcomes at install, and lets every step be skipped', async () => {
    const welcome = () => stage.running.context.pages().find((page) => page.url().includes('welcome.html'));
    await expect.poll(() => welcome()?.url()).toContain('chrome-extension://');
    const page = welcome();
    if (!page) throw new Error('nobody is welcomed');
    await page.getByRole('button', { name: en.welcomeStart }).click();
    await page.getByRole('heading', { name: en.welcomeDone }).waitFor();
    expect(await page.getByText(en.welcomeOpenAny).count()).toBe(1);
    await page.close();
  });

  it('makes the first share through the toolbar button, on a page that it was never allowed to see', async () => {
    const page = await stage.running.page(genericExpected.article.address);
    const popup = await ToolbarPopup.open(stage.running, page);
    await expect.poll(() => popup.text()).toContain(genericExpected.article.title);
    expect(await popup.press(en.popupShare.replace('{network}', 'X'))).toBe(true);
    // Nobody knows yet whose it is: the one question, over the page.
    const sheet = await answers(page, 'no');
    const isNetwork = (one: Page) => one.url().startsWith('https://x.com');
    const opening = stage.running.context.waitForEvent('page', { predicate: isNetwork });
    await sheet.locator(`${SHEET} [data-main]`).click();
    const window = await opening;
    await window.waitForURL('https://x.com/intent/post**');
    await expect
      .poll(async () => (await stage.rows('events')).map(({ type }) => type).sort())
      .toEqual(['opened', 'prepared']);
    const [link] = await stage.rows('links');
    expect(link?.target).toBe(genericExpected.article.url);
    expect(new URL(window.url()).searchParams.get('url')).toBe(link?.url);
    expect(await stage.clipboard()).toBe(link?.final);
    await window.close();
    await page.close();
  });

  it('says so where the browser lets no extension read, and records nothing', async () => {
    const links = (await stage.rows('links')).length;
    const page = await stage.running.page('chrome://version');
    const popup = await ToolbarPopup.open(stage.running, page);
    await expect.poll(() => popup.text()).toContain(en.popupRestricted);
    expect(await stage.rows('links')).toHaveLength(links);
    await page.close();
  });
});
