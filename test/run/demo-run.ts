import { mkdirSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import type { Page } from 'playwright-core';
import { SITES } from '../../src/sites/sites.ts';
import { launchChromium, type RunningChromium } from '../e2e/chromium.ts';
import {
  answers,
  bookmark,
  keysOf,
  knot,
  PAIR,
  pressRight,
  SHEET,
  STRIP,
  sheetOf,
  sheets,
} from '../e2e/stage.ts';
import { type Hosts, startHosts } from '../hosts/server.ts';
import { extensionDir } from './build.ts';
import { demoTeam, type LinksDone, type TeamDone } from './demo-team.ts';
import { count, tabOf } from './diary.ts';
import { freshBuild } from './fresh-build.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = `${root}.output/demo`;
/** What says that a page of the companion shows its rows. */
const SHOWN = { activity: 'main time', captures: 'main time' } as const;
/** Shares and captures on each site. */
const EACH = 2;

export interface SiteDone {
  readonly id: string;
  readonly posts: number;
  readonly buttons: number;
  readonly shared: number;
  readonly captured: number;
  readonly partial: number;
}
export interface Done {
  readonly sites: SiteDone[];
  readonly diary: { events: number; links: number; captures: number };
  readonly team: TeamDone;
  readonly links: LinksDone;
  readonly screenshots: string[];
  readonly ms: number;
}

interface Found {
  readonly reading: { ok: boolean; post?: { status: string } } | null;
  readonly buttons: number;
}

class Demo {
  readonly screenshots: string[] = [];
  private readonly running: RunningChromium;

  constructor(running: RunningChromium) {
    this.running = running;
  }

  async picture(page: Page, name: string): Promise<void> {
    const path = `${folder}/${String(this.screenshots.length + 1).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path, animations: 'disabled' });
    this.screenshots.push(relative(root, path));
  }

  /** Every post on the page as our own script reads it. */
  private async read(page: Page): Promise<Found[]> {
    const tab = await tabOf(this.running, page);
    const worker = await this.running.worker();
    return worker.evaluate(
      (id) => chrome.tabs.sendMessage(id, { musubi: 1, name: 'read' }) as Promise<never>,
      tab,
    );
  }

  /** The very first share: the one question, answered, and the window from the sheet. */
  private async first(page: Page, pair: number): Promise<void> {
    await knot(page, pair).click();
    const asked = await sheetOf(page);
    await this.picture('page' in asked ? page : asked, 'first-question');
    const sheet = await answers(page, 'no');
    const opening = page.context().waitForEvent('page');
    await sheet.locator(`${SHEET} [data-main]`).click();
    await (await opening).close();
    await this.leave(page, sheet);
  }

  /** Closes a sheet, in the page or in a window of its own, and waits until it is gone: the page is in front again. */
  private async leave(page: Page, sheet: Awaited<ReturnType<typeof sheetOf>>): Promise<void> {
    // The key is on its way while what has it closes: a frame or a window that is gone answers nobody.
    keysOf(sheet)
      .press('Escape')
      .catch(() => undefined);
    for (const over = Date.now() + 10_000; (await sheets(page)) > 0 && Date.now() < over; )
      await page.waitForTimeout(50);
    await page.bringToFront();
  }

  private async share(page: Page, pair: number): Promise<void> {
    const opening = page.waitForEvent('popup');
    await knot(page, pair).click();
    const popup = await opening;
    await page.locator(STRIP).waitFor();
    await popup.close();
  }

  private async keep(page: Page, pair: number): Promise<void> {
    const before = await count(this.running, 'captures');
    await bookmark(page, pair).click();
    while ((await count(this.running, 'captures')) === before) await page.waitForFunction(() => true);
    await page.locator(STRIP).waitFor();
  }

  /** The main job on one site's feed: share and keep by real presses. */
  async site(id: string, address: string): Promise<SiteDone> {
    const page = await this.running.page(address);
    await page.locator(PAIR).nth(EACH).waitFor({ state: 'attached' });
    const found = await this.read(page);
    const before = {
      links: await count(this.running, 'links'),
      captures: await count(this.running, 'captures'),
    };
    for (let pair = 0; pair < EACH; pair += 1)
      if (before.links + pair === 0) await this.first(page, pair);
      else await this.share(page, pair);
    await this.picture(page, `${id}-shared`);
    for (let pair = 0; pair < EACH; pair += 1) await this.keep(page, pair);
    await this.picture(page, `${id}-kept`);
    if (id === 'x') await this.sheet(page);
    await page.close();
    return {
      id,
      posts: found.length,
      buttons: found.reduce((sum, { buttons }) => sum + buttons, 0),
      shared: (await count(this.running, 'links')) - before.links,
      captured: (await count(this.running, 'captures')) - before.captures,
      partial: found.filter(({ reading }) => reading?.post?.status !== 'full').length,
    };
  }

  private async sheet(page: Page): Promise<void> {
    await pressRight(knot(page));
    const sheet = await sheetOf(page);
    await sheet.locator(`${SHEET} [data-main]`).waitFor();
    await this.picture('page' in sheet ? page : sheet, 'sheet');
    await this.leave(page, sheet);
  }

  async companion(): Promise<void> {
    const page = await this.running.page('companion.html');
    await page.waitForFunction(() => performance.getEntriesByName('musubi-painted').length > 0);
    await this.picture(page, 'me');
    for (const name of ['activity', 'captures'] as const) {
      await page.goto(`${page.url().split('#')[0]}#/${name}`);
      await page.locator(SHOWN[name]).first().waitFor();
      await this.picture(page, name);
    }
    await page.close();
  }
}

/** The stand-in page of a site's feed: it goes by the site's id. */
function feedOf({ pages }: Hosts, id: string): string {
  const address = Object.entries(pages).find(([name]) => name === id)?.[1];
  if (!address) throw new Error(`no stand-in page is called ${id}`);
  return address;
}

/** Runs the main job on the stand-ins, headless, and gives what happened. Throws where a step does not happen. */
export async function demo(say: (line: string) => void): Promise<Done> {
  const began = Date.now();
  await freshBuild('e2e');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const hosts = await startHosts();
  const running = await launchChromium({
    extensionDir: extensionDir('chrome', 'e2e'),
    proxyPort: hosts.proxyPort,
  });
  try {
    const run = new Demo(running);
    const sites: SiteDone[] = [];
    for (const { id } of SITES) {
      const done = await run.site(id, feedOf(hosts, id));
      sites.push(done);
      say(
        `${done.id.padEnd(9)} ${done.posts} posts, ${done.buttons} buttons, ${done.shared} shared, ${done.captured} kept`,
      );
    }
    await run.companion();
    const diary = {
      events: await count(running, 'events'),
      links: await count(running, 'links'),
      captures: await count(running, 'captures'),
    };
    say(`diary     ${diary.events} events, ${diary.links} links, ${diary.captures} captures`);
    const { team, links } = await demoTeam(hosts.proxyPort, feedOf(hosts, 'x'), (page, name) =>
      run.picture(page, name),
    );
    say(
      `team      ${team.members} people, ${team.items} items in each library, ${team.results} shares in its results`,
    );
    for (const path of run.screenshots) say(`picture   ${path}`);
    return { sites, diary, team, links, screenshots: run.screenshots, ms: Date.now() - began };
  } finally {
    await running.close();
    await hosts.stop();
  }
}
