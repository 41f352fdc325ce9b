import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../e2e/chromium.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { extensionDir } from './build.ts';

interface Wanted {
  readonly chromium: string | null;
  readonly firefox: string | null;
  readonly proxyPort: number;
  /** The page to open beside the welcome page. */
  readonly start: string;
}

/** A browser that a person can use, and word of when they closed it. */
export interface Opened {
  readonly name: string;
  readonly closed: Promise<void>;
}

/** Opens a window with the extension as a store would install it: nothing granted yet, the welcome page in front. */
export async function openForPerson({ chromium, proxyPort, start }: Wanted): Promise<Opened> {
  if (chromium) {
    const running = await launchChromium({
      extensionDir: extensionDir('chrome'),
      proxyPort,
      headless: false,
      registered: false,
      userDataDir: mkdtempSync(join(tmpdir(), 'musubi-try-')),
    });
    // The empty tab that every new window has.
    const page = running.context.pages()[0] ?? (await running.context.newPage());
    await page.goto(start);
    return {
      name: 'Chromium',
      closed: new Promise((resolve) => running.context.once('close', () => resolve())),
    };
  }
  const running = await launchFirefox({ extensionDir: extensionDir('firefox'), proxyPort, headless: false });
  const page = await running.browser.newPage();
  await page.goto(start);
  return {
    name: 'Firefox',
    closed: new Promise((resolve) => running.browser.once('disconnected', () => resolve())),
  };
}
