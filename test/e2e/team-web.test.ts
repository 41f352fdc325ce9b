import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import zh from '#words/zh-CN.json' with { type: 'json' };
import type { Capture } from '../../src/capture/capture.ts';
import type { Running } from '../../src/hub/start.ts';
import { findChromium } from '../run/browsers.ts';
import { WEB_DIR } from '../run/build-web.ts';
import { hubOn, joinsOnTheWeb } from './joining.ts';
import { readRows, SHEET } from './stage.ts';

describe.skipIf(!findChromium())('the companion on the web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-web-'));
  let hub: Running;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    hub = await hubOn(folder, { web: WEB_DIR });
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    context = await browser.newContext({ locale: 'en' });
    page = await context.newPage();
    page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
    page.on('pageerror', (error) => faults.push(error.stack ?? String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const app = (path = '') => `http://127.0.0.1:${hub.port}/app/${path}`;
  const rows = <Row>(table: string) => page.evaluate(readRows, table) as Promise<Row[]>;

  it('opens an invite’s link in a plain browser, joins, and adds to the library', async () => {
    await Promise.all([
      page.getByText(en.webHaveExtension).waitFor(),
      joinsOnTheWeb(page, hub.admin ?? '', 'Hana'),
    ]);
    expect(hub.hub.services.people.activeMembers().map(({ name }) => name)).toEqual(['Hana']);
    await page.goto(app('#/library'));
    await page.getByRole('button', { name: en.libraryAdd }).click();
    await page.getByLabel(en.libraryTitleField).fill('Autumn coffee');
    await page.getByRole('button', { name: en.librarySave }).click();
    await page.getByText('Autumn coffee').waitFor();
    await page.getByText(en.navSavedTeam).waitFor();
  });

  it('speaks as the browser reads, where nothing else was chosen', async () => {
    const reader = await browser.newContext({ locale: 'zh-CN' });
    const other = await reader.newPage();
    await other.goto(app());
    await other.getByRole('link', { name: zh.navCaptures, exact: true }).waitFor();
    expect(await other.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await reader.close();
  });

  it('has no part that only an extension can fill', async () => {
    await page.goto(app('#/settings'));
    await page.getByRole('link', { name: en.settingsPrivacy }).waitFor();
    expect(await page.getByRole('link', { name: en.settingsSites, exact: true }).count()).toBe(0);
  });

  it('can be installed: a manifest with icons, a worker, a place for what others share', async () => {
    const manifest = (await (await fetch(app('manifest.webmanifest'))).json()) as {
      icons: { src: string }[];
      share_target: { action: string };
    };
    for (const { src } of manifest.icons)
      expect((await fetch(app(src))).headers.get('content-type')).toBe('image/png');
    expect(manifest.share_target.action).toBe('/app/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A window of a test is private, where nothing can be installed.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  });

  it('takes what another app shares, without the hub: keeps it, and opens the sheet for it', async () => {
    await context.setOffline(true);
    const shared = new URLSearchParams({
      title: 'A shop',
      text: '駅前の店 https://shop.example/cups?utm_source=app',
    });
    await page.goto(app(`?${shared}`));
    await page.getByRole('heading', { name: 'A shop' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await rows('captures')).toEqual([]);
    await page.getByRole('button', { name: en.popupKeep, exact: true }).click();
    await page.getByText(en.feedKept, { exact: true }).waitFor();
    const [capture] = await rows<Capture>('captures');
    expect(capture?.read).toMatchObject({
      title: 'A shop',
      text: '駅前の店',
      site: 'page',
      status: 'partial',
    });
    expect(capture?.read.key).toBe('https://shop.example/cups');
    await page.getByRole('button', { name: en.receivedShare }).click();
    await page.locator(`${SHEET} [data-main]`).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(app('#/library'));
    await page.reload();
    await page.getByText('Autumn coffee').waitFor();
    await page.getByRole('button', { name: en.libraryAdd }).click();
    await page.getByLabel(en.libraryTitleField).fill('Winter coffee');
    await page.getByRole('button', { name: en.librarySave }).click();
    // The item, and the keeping that the team is told of, in whichever order they come.
    await page.locator('.rail-dot[data-waiting]').waitFor({ state: 'attached' });
    await context.setOffline(false);
    await page.getByText(en.navSavedTeam).waitFor({ timeout: 20_000 });
    const items = await hub.hub.services.db
      .selectFrom('version')
      .select('value')
      .where('root', '=', 'items')
      .execute();
    expect(items.map(({ value }) => JSON.parse(String(value)).title)).toEqual([
      'Autumn coffee',
      'Winter coffee',
    ]);
  });

  it('breaks no rule of the hub’s pages', () => {
    // Refused connections are what being offline looks like.
    expect(
      faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(fault)),
    ).toEqual([]);
  });
});
