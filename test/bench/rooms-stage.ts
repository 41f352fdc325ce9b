import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { launchChromium, type RunningChromium } from '../e2e/chromium.ts';
import { extensionDir } from '../run/build.ts';

/** Runs a browser on a profile that stays, with the bench in one page of the extension. */
export class Stage {
  private readonly userDataDir = mkdtempSync(join(tmpdir(), 'musubi-rooms-'));
  private readonly script: string;

  constructor(script: string) {
    this.script = script;
  }

  async page(running: RunningChromium): Promise<Page> {
    const page = await running.page('manifest.json');
    await page.evaluate(this.script);
    return page;
  }

  /** The background, with the bench in it. */
  async background(running: RunningChromium): Promise<Worker> {
    const worker = await running.worker();
    await worker.evaluate(this.script);
    return worker;
  }

  launch(): Promise<RunningChromium> {
    const { userDataDir } = this;
    return launchChromium({ extensionDir: extensionDir('chrome', 'e2e'), userDataDir, registered: false });
  }

  /** Does something in a browser of its own. */
  async run<Value>(work: (page: Page, running: RunningChromium) => Promise<Value>): Promise<Value> {
    const running = await this.launch();
    try {
      return await work(await this.page(running), running);
    } finally {
      await running.close();
    }
  }

  remove(): void {
    rmSync(this.userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
