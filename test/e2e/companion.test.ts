import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { findChromium } from '../run/browsers.ts';
import { lendStage } from './lent-stage.ts';
import { bookmark, type Stage, shows } from './stage.ts';

describe.skipIf(!findChromium())('the companion beside an open feed', () => {
  let stage: Stage;
  let feed: Page;
  let companion: Page;
  const go = (place: string) =>
    companion.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
  beforeAll(async () => {
    stage = await lendStage();
    companion = await stage.running.page('companion.html');
    feed = await stage.feed(stage.hosts.pages.x);
  });

  it('says on Me what was just done, while it stands open', async () => {
    const says = () => companion.locator('main').innerText();
    await expect.poll(says).toContain(en.meNever);
    await stage.share(feed, 0);
    await expect.poll(says).toContain(en.meLoudOpened.one.replace('{n}', '1'));
    await stage.share(feed, 1);
    await expect.poll(says).toContain(en.meLoudOpened.other.replace('{n}', '2'));
    await bookmark(feed, 2).click();
    await expect.poll(says).toContain(en.meKept.one.replace('{n}', '1'));
  });

  it('lists it in Activity, where taking it back turns the button in the open feed back', async () => {
    await shows(feed, 'first', 0, true);
    await shows(feed, 'last', 2, true);
    await go('activity');
    const rows = companion.locator('.row.event');
    await expect.poll(() => rows.count()).toBe(5);
    const [first, , third] = await stage.posts(feed);
    const events = await stage.rows('events');
    const titleOf = (post: typeof first) =>
      events.find((event) => post?.reading?.ok && event.post === post.reading.post.key)?.title ?? '?';
    const takeBack = async (post: typeof first, what: string) => {
      const row = rows
        .filter({ hasText: titleOf(post) })
        .filter({ hasText: what })
        .first();
      await row.getByRole('button', { name: en.uiUndo, exact: false }).click();
    };
    await takeBack(third, en.activityCaptured);
    await shows(feed, 'last', 2, false);
    await takeBack(first, en.mePreparedName);
    await shows(feed, 'first', 0, false);
    await expect.poll(() => companion.locator('.row.event[data-undone]').count()).toBe(3);
    await go('');
    const headline = en.meLoudOpened.one.replace('{n}', '1');
    await expect.poll(() => companion.locator('main').innerText()).toContain(headline);
  });

  it('shows a captured post in Captures with its picture, and all of it when it is opened', async () => {
    await bookmark(feed, 0).click();
    await go('captures');
    const reading = (await stage.posts(feed))[0]?.reading;
    if (!reading?.ok) throw new Error('the first post cannot be read');
    const card = companion.locator('.card-place').filter({ hasText: reading.post.author.name });
    await card.locator('img').waitFor();
    expect(await companion.locator('a.card').count()).toBe(1);
    await card.locator('a.card').click();
    const main = companion.locator('main');
    await expect.poll(() => main.innerText()).toContain(reading.post.text.split('\n')[0]);
    const original = main.locator(`a[href="${reading.post.url}"]`).first();
    expect(await original.getAttribute('href')).toBe(reading.post.url);
  });
});
