import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { knot, readRows, rested } from '../e2e/stage.ts';
import { startHosts } from '../hosts/server.ts';
import { extensionDir } from '../run/build.ts';
import { relate } from '../run/related.ts';

const KILLS = 10;
/** Shares that are answered before each kill. */
const SHARES = 8;

const linksIn = async (worker: Worker) =>
  ((await worker.evaluate(readRows, 'links')) as { id: string }[]).map(({ id }) => id);

/**
 * Shares by real presses in a profile that stays, and kills the browser while the next share is under way. A share
 * counts as acknowledged when the strip says so: it has to be in the diary after the browser starts again.
 */
export async function killBrowsers(): Promise<{ acked: number; lost: number; kills: number }> {
  const hosts = await startHosts();
  const userDataDir = mkdtempSync(join(tmpdir(), 'musubi-killed-'));
  const launch = () =>
    launchChromium({ extensionDir: extensionDir('chrome', 'e2e'), proxyPort: hosts.proxyPort, userDataDir });
  let acked: string[] = [];
  let lost = 0;
  let answered = 0;
  try {
    for (let kills = 0; kills < KILLS; kills += 1) {
      const running = await launch();
      const known = new Set(await linksIn(await running.worker()));
      lost += acked.filter((id) => !known.has(id)).length;
      if (kills === 0) await relate(await running.page('manifest.json'));
      const page = await running.page(hosts.pages.x);
      for (let at = 0; at < SHARES; at += 1) {
        const opening = page.waitForEvent('popup');
        await knot(page).click();
        await (await opening).close();
        await rested(page);
      }
      acked = await linksIn(await running.worker());
      answered += SHARES;
      void knot(page, 1)
        .click()
        .catch(() => undefined);
      await running.kill();
    }
    const running = await launch();
    const known = new Set(await linksIn(await running.worker()));
    lost += acked.filter((id) => !known.has(id)).length;
    await running.close();
    return { acked: answered, lost, kills: KILLS };
  } finally {
    await hosts.stop();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
