import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { findChromium } from '../run/browsers.ts';
import { lendStage } from './lent-stage.ts';
import { answers, bookmark, knot, PAIR, pressed, SHEET, type Stage, shows } from './stage.ts';

describe.skipIf(!findChromium())('privacy beside an open feed', () => {
  let stage: Stage;
  let feed: Page;
  let companion: Page;
  let other: Page;
  let kept: Page;
  beforeAll(async () => {
    stage = await lendStage();
    feed = await stage.feed(stage.hosts.pages.x);
    await stage.share(feed, 0);
    await bookmark(feed, 1).click();
    await shows(feed, 'last', 1, true);
    companion = await stage.running.page('companion.html#/settings/privacy');
    other = await stage.running.page('companion.html#/activity');
    await other.locator('.row.event').first().waitFor();
    kept = await stage.running.page('companion.html#/captures');
    await kept.locator('a.card').first().waitFor();
  });

  it('describes one post of the page by its structure only', async () => {
    const sites = await stage.running.page('companion.html#/settings/sites');
    await sites.getByRole('button', { name: en.reportMake }).first().click();
    const report = await sites.locator('textarea.report').inputValue();
    const [first] = await stage.posts(feed);
    if (!first?.reading?.ok) throw new Error('the first post cannot be read');
    const { author, text } = first.reading.post;
    expect(report).toContain('site: x, recipe');
    expect(report).toContain('data-testid=tweet');
    for (const said of [author.name, author.handle, ...text.split(/\s+/).filter((word) => word.length > 6)])
      expect(report).not.toContain(said);
    expect(report).not.toMatch(/https?:|status\/|\d{6}/);
    await sites.close();
  });

  it('shows one button or none where the person says so, in the open page and in the next', async () => {
    const sites = await stage.running.page('companion.html#/settings/sites');
    await sites.getByRole('switch', { name: en.siteButtonKeepOn.replace('{site}', 'X') }).click();
    const seen = async (page: Page) => [await knot(page, 0).isVisible(), await bookmark(page, 0).isVisible()];
    await expect.poll(() => seen(feed)).toEqual([true, false]);
    const next = await stage.feed(stage.hosts.pages.x);
    expect(await seen(next)).toEqual([true, false]);
    await next.close();
    await sites.getByRole('switch', { name: en.siteButtonShareOn.replace('{site}', 'X') }).click();
    await expect.poll(() => feed.locator(PAIR).count()).toBe(0);
    for (const key of ['siteButtonShareOn', 'siteButtonKeepOn'] as const)
      await sites.getByRole('switch', { name: en[key].replace('{site}', 'X') }).click();
    await expect.poll(() => seen(feed)).toEqual([true, true]);
    await shows(feed, 'first', 0, true);
    await sites.close();
  });

  it('deletes everything: in every open page, the code, and the marks on the buttons', async () => {
    await companion.bringToFront();
    await companion.getByRole('button', { name: en.privacyAllDelete }).click();
    await companion
      .getByRole('textbox', { name: en.privacyType.replace('{word}', en.privacyWord) })
      .fill(en.privacyWord);
    await companion.getByRole('button', { name: en.privacyGo }).click();
    await companion.getByText(/Deleted for good: .*Activity/).waitFor();
    for (const table of ['events', 'links', 'captures', 'marks', 'rollups', 'media'] as const)
      expect(await stage.rows(table)).toEqual([]);
    await shows(feed, 'first', 0, false);
    await shows(feed, 'last', 1, false);
    await expect.poll(() => other.locator('.row.event').count()).toBe(0);
    await expect.poll(() => kept.locator('a.card').count()).toBe(0);
    const again = await stage.feed(stage.hosts.pages.x);
    expect(await pressed(knot(again, 0))).toBe('false');
    await again.close();
  });

  it('starts anew with the next share, under a new code', async () => {
    await feed.bringToFront();
    // Whose posts are the employer's was deleted too: it is asked anew.
    await knot(feed, 0).click();
    const sheet = await answers(feed, 'no');
    const address = await stage.windowOf(feed, () => sheet.locator(`${SHEET} [data-main]`).click());
    expect(address.host).toContain('x.com');
    expect((await stage.rows('links')).map(({ code }) => code.length)).toEqual([8]);
  });
});
