import { mkdir, writeFile } from 'node:fs/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { QUIET } from '../e2e/chromium.ts';
import { chromiumPath } from '../run/browsers.ts';
import { STAGE_DIR } from './build.ts';
import type { Faults } from './measure/faults.ts';
import type { Look, Theme, Window } from './plan.ts';

/** One browser window that is turned into every window and theme in place. */
export class Camera {
  readonly page: Page;
  private readonly browser: Browser;
  private readonly line: CDPSession;
  private readonly folder: string;
  private theme: Theme = 'light';
  private printed = false;
  taken = 0;

  private constructor(browser: Browser, page: Page, line: CDPSession, folder: string) {
    this.browser = browser;
    this.page = page;
    this.line = line;
    this.folder = folder;
  }

  static async open(folder: string): Promise<Camera> {
    await mkdir(folder, { recursive: true });
    const args = ['--no-sandbox', '--hide-scrollbars', ...QUIET];
    const browser = await chromium.launch({ executablePath: chromiumPath(), args });
    const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
    await context.addInitScript({ path: `${STAGE_DIR}/measure.js` });
    const page = await context.newPage();
    return new Camera(browser, page, await context.newCDPSession(page), folder);
  }

  /** Puts the window into this form; what follows it is drawn by the next frame. */
  async turn({ width, height, zoom }: Window, dir: Look['dir']): Promise<void> {
    // First, so that nothing is placed by the new width in the direction of before.
    await this.page.evaluate((way) => {
      document.documentElement.dir = way;
    }, dir);
    await this.line.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: zoom,
      mobile: false,
    });
    await this.page.evaluate(async () => {
      window.scrollTo(0, 0);
      for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
      await globalThis.stage?.quiet(25);
    });
  }

  /** Has the browser be one of somebody who reads this language: what it asks for, and what it says of itself. */
  async speak(acceptLanguage: string): Promise<void> {
    const userAgent = await this.page.evaluate(() => navigator.userAgent);
    await this.line.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage });
  }

  /** Has the page be as it is printed, or as it is seen. */
  async print(printed: boolean): Promise<void> {
    if (printed !== this.printed) await this.page.emulateMedia({ media: printed ? 'print' : 'screen' });
    this.printed = printed;
  }

  faults(): Promise<Faults> {
    return this.page.evaluate(() => globalThis.stage?.faults() ?? globalThis.faultsOfPage());
  }

  async light(theme: Theme): Promise<void> {
    if (theme !== this.theme) await this.page.emulateMedia({ colorScheme: theme });
    this.theme = theme;
  }

  async draw(name: string, theme: Theme): Promise<void> {
    await this.light(theme);
    const { data } = await this.line.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    await writeFile(`${this.folder}/${name}.png`, Buffer.from(data, 'base64'));
    this.taken += 1;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
