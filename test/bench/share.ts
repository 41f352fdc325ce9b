import { launchChromium } from '../e2e/chromium.ts';
import { knot, PAIR, rested } from '../e2e/stage.ts';
import { startHosts } from '../hosts/server.ts';
import { extensionDir } from '../run/build.ts';
import { relate } from '../run/related.ts';
import { quantile, round } from './figures.ts';
import { benchSheet } from './sheet.ts';

const SHARES = 200;

declare global {
  interface Window {
    /** When the last press was, in ms since 1970 by the page's clock. */
    __pressed?: number;
  }
}

/**
 * From the press, by its own time stamp, to the browser's word that the network's window is going to be opened, which
 * comes only when the share is on the disk and on the clipboard. `windowP95Ms`: to the moment from which the new window
 * counts its time, with the browser's own work of making it.
 */
export async function benchShare(): Promise<object> {
  const hosts = await startHosts();
  const running = await launchChromium({
    extensionDir: extensionDir('chrome', 'e2e'),
    proxyPort: hosts.proxyPort,
  });
  try {
    await relate(await running.page('manifest.json'));
    const page = await running.context.newPage();
    await page.addInitScript(() => {
      addEventListener(
        'click',
        (event) => {
          if (event.isTrusted) window.__pressed = performance.timeOrigin + event.timeStamp;
        },
        { capture: true },
      );
    });
    await page.goto('https://x.com/home');
    await page.locator(PAIR).first().waitFor();
    const share = knot(page);
    const cdp = await running.context.newCDPSession(page);
    await cdp.send('Page.enable');
    let asked = 0;
    cdp.on('Page.windowOpen', () => {
      asked = performance.timeOrigin + performance.now();
    });
    const took: number[] = [];
    const windows: number[] = [];
    for (let i = 0; i < SHARES; i += 1) {
      const opening = page.waitForEvent('popup');
      await share.click();
      const popup = await opening;
      await popup.waitForURL(/intent/);
      const began = await popup.evaluate(() => performance.timeOrigin);
      const pressed = await page.evaluate(() => window.__pressed ?? 0);
      took.push(asked - pressed);
      windows.push(began - pressed);
      await popup.close();
      // A press while one is under way is taken for a slip of the finger and does nothing.
      await rested(page);
      // A person does not press again while the window of the last press is still closing.
      await page.waitForTimeout(150);
    }
    const worker = await running.worker();
    const links = await worker.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const open = indexedDB.open('musubi');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const count = open.result.transaction('links').objectStore('links').count();
            count.onsuccess = () => resolve(count.result);
            count.onerror = () => reject(count.error);
          };
        }),
    );
    await page.close();
    const sheet = await benchSheet(running);
    if (links !== SHARES) throw new Error(`${links} links of ${SHARES} are in the diary`);
    return {
      shares: SHARES,
      p50Ms: round(quantile(took, 0.5), 1),
      p95Ms: round(quantile(took, 0.95), 1),
      windowP95Ms: round(quantile(windows, 0.95), 1),
      durable: links,
      sheet,
    };
  } finally {
    await running.close();
    await hosts.stop();
  }
}
