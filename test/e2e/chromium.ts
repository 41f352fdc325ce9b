import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../run/browsers.ts';

export interface ChromiumOptions {
  readonly extensionDir: string;
  /** The stand-ins' proxy. Without one, requests go where the context's routes send them. */
  readonly proxyPort?: number;
  /** A profile that outlives the run; a fresh one is made, and removed at the end, where none is given. */
  readonly userDataDir?: string;
  readonly headless?: boolean;
  /** Language of the browser, as its own menus would have it: `ja`, `en`, `zh-CN`. */
  readonly lang?: string;
  /** Wait until the extension has registered its content scripts, as it does where hosts are granted. True by default. */
  readonly registered?: boolean;
  /** Pages as large as the window that the switches ask for, and not 1280 by 900: no page then has it drawn anew. */
  readonly windowed?: boolean;
  /** More switches for the browser. */
  readonly more?: readonly string[];
}

export interface RunningChromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly userDataDir: string;
  /** The background as it is now; wakes it where it has been stopped. */
  readonly worker: () => Promise<Worker>;
  /** Opens a page in a tab of its own; a path without a scheme is one of the extension's own pages. */
  readonly page: (address: string) => Promise<Page>;
  /** Stops the background as the browser does after 30 idle seconds. */
  readonly stopWorker: () => Promise<void>;
  /** SIGKILL to the whole browser: nothing gets to finish. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

// The browser's own errands (updates, hints, spelling) are not what is tested, and there is no network.
export const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI',
];

function flags({ extensionDir, proxyPort, headless = true, lang, more = [] }: ChromiumOptions): string[] {
  return [
    ...(headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...QUIET,
    ...(proxyPort ? [`--proxy-server=127.0.0.1:${proxyPort}`, '--ignore-certificate-errors'] : []),
    ...(lang ? [`--lang=${lang}`, `--accept-lang=${lang}`] : []),
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    ...more,
  ];
}

async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
}

/** Waits for the registration that the background makes after it starts: a page that opens sooner has no buttons. */
export async function untilRegistered(worker: Worker): Promise<void> {
  const ready = await worker.evaluate(async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await chrome.scripting.getRegisteredContentScripts()).length > 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  });
  if (!ready) throw new Error('The extension registered no content script within ten seconds.');
}

/** The background, with what it does at its start done. */
async function started(context: BrowserContext, { registered = true }: ChromiumOptions): Promise<Worker> {
  const worker = await workerOf(context);
  if (registered) await untilRegistered(worker);
  return worker;
}

/** The browser's process, as its profile's lock names it: `host-pid`. https://www.chromium.org (process_singleton_posix) */
function pidOf(userDataDir: string): number {
  return Number(readlinkSync(join(userDataDir, 'SingletonLock')).split('-').at(-1));
}

async function closed(context: BrowserContext, by: () => void): Promise<void> {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  by();
  await gone;
}

/** The page that wakes the background: any of the extension's own. */
function ownPage(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
  };
  return manifest.action?.default_popup ?? 'manifest.json';
}

/** Chromium with the extension, its hosts behind the proxy. Throws where there is no Chromium. */
export async function launchChromium(options: ChromiumOptions): Promise<RunningChromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine.');
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'musubi-chromium-'));
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath,
    headless: false,
    viewport: options.windowed ? null : { width: 1280, height: 900 },
    ignoreHTTPSErrors: true,
    ...(options.lang ? { env: { ...process.env, LANGUAGE: options.lang } as Record<string, string> } : {}),
    args: flags(options),
    // The test tool lets every window open; a person's browser does not.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
  const clean = () => {
    if (!options.userDataDir) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const first = await started(context, options).catch(async (error: unknown) => {
    await context.close();
    clean();
    throw error;
  });
  const extensionId = new URL(first.url()).host;
  const own = (path: string) => `chrome-extension://${extensionId}/${path.replace(/^\//, '')}`;
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(/^[a-z-]+:/.test(address) ? address : own(address));
    return page;
  };
  let asleep = false;
  const worker = async (): Promise<Worker> => {
    if (asleep) {
      const page = await open(ownPage(options.extensionDir));
      await page.evaluate(() => chrome.runtime.sendMessage({ wake: true }).catch(() => undefined));
      await page.close();
      asleep = false;
    }
    return workerOf(context);
  };
  const stopWorker = async (): Promise<void> => {
    const page = await open(ownPage(options.extensionDir));
    const session = await context.newCDPSession(page);
    // Playwright keeps the worker's object over a stop: only the protocol tells.
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.length > 0 && versions.every((one) => one.runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    asleep = true;
    await page.close();
  };
  return {
    context,
    extensionId,
    userDataDir,
    worker,
    page: open,
    stopWorker,
    kill: async () => {
      await closed(context, () => process.kill(pidOf(userDataDir), 'SIGKILL'));
      clean();
    },
    close: async () => {
      await context.close();
      clean();
    },
  };
}
