import type { Frame, Page } from 'playwright-core';
import { bookmark, knot, PAIR, pressRight, type Stage, sheetOf, windowsApart } from '../e2e/stage.ts';
import type { Target } from './attack.ts';
import { until, within } from './until.ts';

/** How long what a page does to us may take to be noticed, ms: twice what the browser takes to look once more. */
export const NOTICED = 400;
/** How long an answer to a press may take on a busy machine, ms. */
const ANSWERED = 12_000;

/** A feed that is a hostile page's, and what came of what was done there. */
export class Scene {
  readonly stage: Stage;
  readonly page: Page;

  private constructor(stage: Stage, page: Page) {
    this.stage = stage;
    this.page = page;
  }

  /** Opens the feed. `first`: what the page runs before anything else. */
  static async open(at: Target, first?: () => void, address?: string): Promise<Scene> {
    const stage = await at.stage();
    const page = await stage.feed(address ?? stage.hosts.pages.x, async (fresh) => {
      if (first) await fresh.addInitScript(first);
    });
    await page.bringToFront();
    const scene = new Scene(stage, page);
    at.after(() => scene.close());
    return scene;
  }

  private async close(): Promise<void> {
    const ours = (one: Page) => /\/manifest\.json$|^https:\/\/musubi\.example/.test(one.url());
    for (const one of this.page.context().pages())
      if (!ours(one) && one.url() !== 'about:blank') await one.close().catch(() => undefined);
  }

  /** Shares in the diary, and how often a post was kept or looked at again. */
  async recorded(): Promise<number> {
    const [links, captures] = await Promise.all([this.stage.rows('links'), this.stage.rows('captures')]);
    return captures.reduce((sum, { looks }) => sum + looks.length, links.length);
  }

  /** Waits for the window in which a press is asked about; null where there came none. */
  asked(ms = ANSWERED): Promise<Page | null> {
    const look = async () => {
      for (;;) {
        const [apart] = windowsApart(this.page);
        if (apart) return apart;
        await this.page.waitForTimeout(20);
      }
    };
    return within(ms, look());
  }

  /** The frame of a sheet that is open over the page; opened by the knot's menu. */
  async sheet(): Promise<Frame | Page> {
    await pressRight(knot(this.page));
    return sheetOf(this.page);
  }

  /** The middle of a pair's half, as the browser draws it now. */
  async middle(pair: number, half: 0.25 | 0.75): Promise<{ x: number; y: number }> {
    const box = await this.page.locator(PAIR).nth(pair).boundingBox();
    if (!box) throw new Error('no pair');
    return { x: box.x + box.width * half, y: box.y + box.height / 2 };
  }

  /** Has the page do something, and waits as long as it takes to be noticed. */
  async evil<Arg>(run: (arg: Arg) => unknown, arg: Arg): Promise<void> {
    await this.page.evaluate(run as never, arg as never);
    await this.page.waitForTimeout(NOTICED);
  }

  /** A sentence where something was recorded that was not before. */
  async nothingMore(before: number): Promise<string | null> {
    const now = await this.recorded();
    return now === before ? null : `${now - before} share or capture came of it`;
  }

  /** A press that an honest page would get: so that what held did not hold because nothing works. */
  async honest(pair: number): Promise<string | null> {
    const before = await this.recorded();
    await bookmark(this.page, pair).click();
    const kept = async () => (await this.recorded()) > before;
    return within(ANSWERED, until(kept, 'an honest press', ANSWERED)).then(
      () => null,
      () => 'an honest press did nothing',
    );
  }
}
