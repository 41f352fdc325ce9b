import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import type { Running } from '../../src/hub/start.ts';
import { findChromium } from '../run/browsers.ts';
import { WEB_DIR } from '../run/build-web.ts';
import { follow, MACHINES, person } from '../run/follow.ts';
import { teamSentence } from '../run/team-sentence.ts';
import { hubOn, joins, joinsOnTheWeb } from './joining.ts';
import { knot, pressRight, SHEET, Stage, sheetOf } from './stage.ts';

/** A browser as people have it: that of the tests says of itself that a program drives it. */
const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

describe.skipIf(!findChromium())('a link that counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-links-'));
  let hub: Running;
  let ann: Stage;
  let bob: Page;
  let page: Page;
  let link = '';
  beforeAll(async () => {
    hub = await hubOn(folder, { web: WEB_DIR, links: true });
    ann = await Stage.open({ brief: true, lang: 'en', more: [`--user-agent=${AGENT}`] });
    page = await joins(ann.running, hub.admin ?? '', 'Ann', { isOpen: true });
    await go('settings/lead/people');
    await page.getByRole('button', { name: en.adminInviteMake }).click();
    const invite = await page.locator('.admin-made input').inputValue();
    bob = await (await ann.private({ locale: 'en' })).newPage();
    await joinsOnTheWeb(bob, invite, 'Bob');
  });
  afterAll(async () => {
    await ann?.close();
    await hub?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const go = (path: string) => page.evaluate((to) => location.assign(to), `#/${path}`);
  /** The figure of the row that begins with these words. */
  const rowOf = (on: Page, words: string) =>
    on
      .locator('tr', { has: on.locator('th', { hasText: new RegExp(`^${words.replace(/[.]/g, '\\.')}`) }) })
      .locator('.figure-cell')
      .first();

  it('is made by one press in a feed, and leads on as soon as it can be followed', async () => {
    const feed = await ann.feed(ann.hosts.pages.x);
    const window = await ann.share(feed);
    const [{ url = '', id = '' } = {}] = await ann.rows('links');
    expect(url).toMatch(new RegExp(`^${hub.hub.services.settings.links}/[0-9A-Za-z]{11}$`));
    expect(decodeURIComponent(window.href)).toContain(url);
    const { status, to } = await follow(url, person(0));
    expect([status, new URL(to).searchParams.get('utm_source')]).toEqual([302, 'x']);
    expect(id).not.toBe('');
    link = url;
    await feed.close();
  });

  it('is shown in the sheet as it will be, and counts by its own length', async () => {
    const feed = await ann.feed(ann.hosts.pages.x);
    await pressRight(knot(feed, 1));
    const sheet = (await sheetOf(feed)).locator(SHEET);
    await sheet.waitFor();
    expect(await sheet.locator('.preview .linked').innerText()).toBe(`${hub.hub.services.settings.links}/…`);
    await feed.close();
  });

  it('is followed by people and machines, and each companion says so in seconds', async () => {
    for (let n = 1; n < 5; n += 1)
      await follow(link, person(n), { referer: 'https://news.example/story?who=me' });
    for (const machine of MACHINES) await follow(link, machine);
    await follow(`${link}.q`, person(5));
    await follow(link, person(0));
    await follow(link, AGENT);
    await page.evaluate(() => location.assign('#/me'));
    const clicked = page.locator('.funnel-step', { hasText: en.meClickedName }).locator('.funnel-figure');
    await expect.poll(() => clicked.textContent()).toBe('6');
    await expect
      .poll(() => page.locator('h1').textContent())
      .toContain(en.meLoudClicked.other.replace('{n}', '6'));
    await bob.evaluate(() => location.assign('#/team'));
    await bob.getByText(teamSentence('teamSentenceClicked', 6)).waitFor();
    await expect.poll(() => rowOf(bob, en.clickBot).textContent()).toBe('4');
    expect(await rowOf(bob, en.clickPreview).textContent()).toBe('2');
    expect(await rowOf(bob, en.clickDuplicate).textContent()).toBe('1');
    expect(await rowOf(bob, en.clickOwn).textContent()).toBe('1');
  });

  it('opens to exactly those requests, counted again on the device', async () => {
    await page.locator('.funnel-step', { hasText: en.meClickedName }).getByText(en.meSeeHow).click();
    await page.locator('.link-row a').first().click();
    await expect.poll(() => rowOf(page, en.clickHuman).textContent()).toBe('5');
    expect(await rowOf(page, en.clickQr).textContent()).toBe('1');
    expect(await rowOf(page, 'news.example').textContent()).toBe('4');
    for (const how of await page.getByRole('button', { name: en.meSeeHow }).all()) await how.click();
    await page.getByText(en.linkRecounted, { exact: false }).waitFor();
    const said = await page.locator('.link-clicks tbody tr').allTextContents();
    const of = (words: string) => said.filter((row) => row.startsWith(words)).length;
    const classes = [en.clickHuman, en.clickQr, en.clickOwn, en.clickDuplicate, en.clickBot, en.clickPreview];
    expect(classes.map(of)).toEqual([5, 1, 1, 1, 4, 2]);
    expect(said).toHaveLength(14);
  });

  it('is paused by its owner, and says so to whoever follows it', async () => {
    await page.getByRole('button', { name: en.linkPause }).click();
    await expect.poll(async () => (await follow(link, person(9))).status).toBe(410);
    await page.getByRole('button', { name: en.linkResume }).click();
    await expect.poll(async () => (await follow(link, person(9))).status).toBe(302);
  });

  it('can be read with the hub away', async () => {
    await hub.stop();
    await page.reload();
    await expect.poll(() => rowOf(page, en.clickHuman).textContent()).toMatch(/^[56]$/);
    await page.getByRole('button', { name: en.meSeeHow }).last().click();
    await page.getByText(en.linkHourBefore.split('{')[0] ?? '', { exact: false }).waitFor();
    await page.getByText(en.linkRecounted, { exact: false }).waitFor();
    await page.evaluate(() => location.assign('#/report'));
    await expect.poll(() => rowOf(page, en.reportTotal).textContent()).not.toBe('');
    hub = await hubOn(folder, { port: hub.port, web: WEB_DIR, links: true });
  });
});
