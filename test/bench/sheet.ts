import type { Page } from 'playwright-core';
import type { RunningChromium } from '../e2e/chromium.ts';
import { knot, PAIR, pressEscape, pressRight, sheets, windowsApart } from '../e2e/stage.ts';
import { quantile, round } from './figures.ts';

const OPENINGS = 40;

declare global {
  interface Window {
    /** When the last press was, and when the sheet was last drawn, in ms since 1970 by the clock of that page. */
    __asked?: number;
    __drawn?: number;
  }
}

/** In every page and frame: notes a real right press, and, in our own, the frame of the browser that first has the sheet in it. */
function notes(): void {
  addEventListener(
    'contextmenu',
    (event) => {
      if (event.isTrusted) window.__asked = performance.timeOrigin + event.timeStamp;
    },
    { capture: true },
  );
  if (location.protocol !== 'chrome-extension:') return;
  let wasThere = false;
  const look = () => {
    const host = document.querySelector('[data-musubi-floating="sheet"]');
    const isThere = Boolean(host?.shadowRoot?.querySelector('[data-main]'));
    if (isThere && !wasThere)
      setTimeout(() => {
        window.__drawn = performance.timeOrigin + performance.now();
      });
    wasThere = isThere;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const ours = (page: Page) => [
  ...page.frames().filter((frame) => frame.url().startsWith('chrome-extension:')),
  ...windowsApart(page),
];

/** When the sheet was drawn that was pressed for at `pressed`, ms since 1970. */
async function drawn(page: Page, pressed: number): Promise<number> {
  for (const over = Date.now() + 10_000; Date.now() < over; ) {
    for (const one of ours(page)) {
      const at = await one.evaluate(() => window.__drawn ?? 0).catch(() => 0);
      if (at > pressed) return at;
    }
    await page.waitForTimeout(20);
  }
  throw new Error('no sheet was drawn');
}

async function closed(page: Page): Promise<void> {
  for (const apart of windowsApart(page)) await apart.close();
  await page.bringToFront();
  if (await sheets(page)) await pressEscape(page);
  while ((await sheets(page)) > 0) await page.waitForTimeout(20);
}

interface Opened {
  /** From the press to the sheet drawn, ms. */
  readonly took: readonly number[];
  /** How many of them stood in a window. */
  readonly apart: number;
}

async function openings(page: Page): Promise<Opened> {
  const took: number[] = [];
  let apart = 0;
  for (let i = 0; i <= OPENINGS; i += 1) {
    await knot(page).hover();
    // A person takes longer than that from coming to a button to the press.
    await page.waitForTimeout(300);
    await pressRight(knot(page));
    const pressed = await page.evaluate(() => window.__asked ?? 0);
    took.push((await drawn(page, pressed)) - pressed);
    apart += windowsApart(page).length;
    await closed(page);
    // An event that meets a frame which is just going away is never answered by the browser's debugger.
    await page.waitForTimeout(300);
    await page.mouse.move(0, 0);
  }
  // The first loads what the others find loaded.
  return { took: took.slice(1), apart };
}

const figures = ({ took, apart }: Opened) => ({
  apart,
  p50Ms: round(quantile(took, 0.5), 1),
  p95Ms: round(quantile(took, 0.95), 1),
});

/** From a right press to the sheet drawn: over a page, and in a window, where a page takes our frame away. */
export async function benchSheet(running: RunningChromium): Promise<object> {
  await running.context.addInitScript(notes);
  const page = await running.context.newPage();
  const open = async () => {
    await page.goto('https://x.com/home');
    await page.locator(PAIR).first().waitFor();
    return openings(page);
  };
  const over = await open();
  await page.addInitScript(() => {
    new MutationObserver(() => {
      for (const host of document.querySelectorAll('[data-musubi-floating="sheet"]')) host.remove();
    }).observe(document, { childList: true, subtree: true });
  });
  const apart = await open();
  await page.close();
  return { openings: OPENINGS, over: figures(over), window: figures(apart) };
}
