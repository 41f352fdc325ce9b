import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosts, startHosts } from '../hosts/server.ts';
import { findFirefox } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { launchFirefox, type RunningFirefox } from './firefox.ts';
import { type Browsing, holds, nastyFeeds, type Tab } from './nasty.ts';
import { readRows } from './stage.ts';

const feeds = await nastyFeeds();

const tabOf = (page: Page): Tab => ({
  evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never,
  press: (x, y) => page.mouse.click(x, y),
  close: () => page.close(),
});

describe.skipIf(!findFirefox())('nasty pages in Firefox', () => {
  let hosts: Hosts;
  let running: RunningFirefox;
  let browsing: Browsing;
  beforeAll(async () => {
    hosts = await startHosts();
    running = await launchFirefox({
      extensionDir: extensionDir('firefox', 'e2e'),
      proxyPort: hosts.proxyPort,
      lang: 'en',
    });
    const desk = await running.page('companion.html');
    let current: Page = desk;
    browsing = {
      port: hosts.port,
      rows: (table) => desk.evaluate(readRows, table) as Promise<never>,
      open: async (address) => {
        current = await running.browser.newPage();
        await current.setViewport({ width: 1280, height: 3200 });
        await current.goto(address);
        return tabOf(current);
      },
      tidy: async () => {
        const window = await running.browser.waitForTarget((target) => target.url().includes('/intent/post'));
        await (await window.page())?.close();
        await current.bringToFront();
      },
    };
  });
  afterAll(async () => {
    await running?.close();
    await hosts?.stop();
  });

  it.each(feeds.map((feed) => [feed.site.id, feed] as const))('leave %s whole', (_, feed) =>
    holds(browsing, feed),
  );

  it('asked nothing of any host but the stand-ins', () => {
    expect(hosts.log.filter(({ errand, status }) => !errand && status === 502)).toEqual([]);
  });
});
