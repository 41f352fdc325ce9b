import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../run/browsers.ts';
import { lendStage } from './lent-stage.ts';
import { type Browsing, holds, nastyFeeds, type Tab } from './nasty.ts';
import { bookmark, knot, type Stage } from './stage.ts';

const feeds = await nastyFeeds();

const tabOf = (page: Page): Tab => ({
  evaluate: (run, arg) => page.evaluate(run as never, arg) as never,
  press: async (x, y) => {
    // The window of a share that was closed may have left another tab in front, and one behind answers no press.
    await page.bringToFront();
    await page.mouse.click(x, y);
  },
  buttons: async (pair) => {
    const both = [knot(page, pair), bookmark(page, pair)];
    const states = await Promise.all(both.map((one) => one.getAttribute('data-on')));
    const names = await Promise.all(both.map((one) => one.getAttribute('aria-label')));
    return names.map((name, at) => ({ name: name ?? '', pressed: states[at] !== null }));
  },
  close: () => page.close(),
});

describe.skipIf(!findChromium())('nasty pages in Chromium', () => {
  let stage: Stage;
  let browsing: Browsing;
  const opened: Page[] = [];
  beforeAll(async () => {
    stage = await lendStage();
    browsing = {
      port: stage.hosts.port,
      rows: (table) => stage.rows(table) as Promise<never>,
      open: async (address) => {
        const page = await stage.running.context.newPage();
        page.on('popup', (popup) => opened.push(popup));
        // Tall, so that a list has no need to recycle while the page is compared with itself.
        await page.setViewportSize({ width: 1280, height: 3200 });
        await page.goto(address);
        return tabOf(page);
      },
      tidy: async () => {
        await expect.poll(() => opened.length).toBeGreaterThan(0);
        for (const popup of opened.splice(0)) {
          // One that is closed before it has gone anywhere is waited for in vain.
          await popup.waitForURL(/^https/);
          await popup.close();
        }
      },
    };
  });

  it.each(feeds.map((feed) => [feed.site.id, feed] as const))('leave %s whole', (_, feed) =>
    holds(browsing, feed),
  );

  it('contacted no host but the stand-ins', () => {
    expect(stage.outside()).toEqual([]);
  });
});
