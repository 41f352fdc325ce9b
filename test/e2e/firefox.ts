import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page, TimeoutError } from 'puppeteer-core';
import { findFirefox } from '../run/browsers.ts';

export interface FirefoxOptions {
  readonly extensionDir: string;
  readonly proxyPort?: number;
  /** A profile that outlives the run; a fresh one is made, and removed at the end, where none is given. */
  readonly userDataDir?: string;
  readonly headless?: boolean;
  readonly lang?: string;
}

export interface RunningFirefox {
  readonly browser: Browser;
  /** The extension's id, and the origin of its pages: `moz-extension://…`. */
  readonly extensionId: string;
  readonly origin: string;
  readonly userDataDir: string;
  /** Opens a page in a tab of its own; a path without a scheme is one of the extension's own pages. */
  readonly page: (address: string) => Promise<Page>;
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The address of the extension's pages is random unless it is fixed: after a kill the same data has to be found. */
const UUID = '6d757375-6269-4d75-8375-6269746965af';

const QUIET = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.newtabpage.activity-stream.feeds.telemetry': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

function prefs({ proxyPort, lang }: FirefoxOptions, extensionId: string): Record<string, unknown> {
  return {
    ...QUIET,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    // A headless browser cannot press its own prompt; the request is answered yes.
    'extensions.webextOptionalPermissionPrompts': false,
    // Real host names with a certificate of ours: the built-in list of strict hosts would refuse them.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    ...(lang ? { 'intl.accept_languages': lang, 'intl.locale.requested': lang } : {}),
    ...(proxyPort && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': false,
    }),
  };
}

function geckoId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir} is no build for Firefox: its manifest has no gecko id.`);
  return id;
}

/** How long a page of our own may take to be there, in ms. */
const OPENS_WITHIN = 30_000;

/** Goes there without waiting for a load event, which the extension's own pages never report over BiDi. */
async function openOwn(page: Page, address: string): Promise<void> {
  page.goto(address).catch(() => undefined);
  const until = performance.now() + OPENS_WITHIN;
  const arrived = async (): Promise<void> => {
    try {
      await page.waitForFunction(
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        { timeout: Math.max(1, until - performance.now()) },
        address,
      );
    } catch (error) {
      if (error instanceof TimeoutError || performance.now() > until) throw error;
      // Between the one document and the next the driver has none to ask, and throws, as often as it is asked.
      await page.evaluate(() => undefined).catch(() => undefined);
      await arrived();
    }
  };
  await arrived();
}

/** Firefox with the extension over WebDriver BiDi, its hosts behind the proxy. Throws where there is no Firefox. */
export async function launchFirefox(options: FirefoxOptions): Promise<RunningFirefox> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox on this machine.');
  const extensionId = geckoId(options.extensionDir);
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'musubi-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    userDataDir,
    acceptInsecureCerts: true,
    // Else the extension's own pages cannot be opened from outside.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: prefs(options, extensionId),
    defaultViewport: { width: 1280, height: 900 },
  });
  const clean = () => {
    if (!options.userDataDir) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await browser.installExtension(options.extensionDir);
  } catch (error) {
    await browser.close();
    clean();
    throw error;
  }
  const origin = `moz-extension://${UUID}`;
  return {
    browser,
    extensionId,
    origin,
    userDataDir,
    page: async (address) => {
      const page = await browser.newPage();
      if (/^https?:/.test(address)) await page.goto(address);
      else await openOwn(page, `${origin}/${address.replace(/^\//, '')}`);
      return page;
    },
    kill: async () => {
      const child = browser.process();
      if (child && child.exitCode === null) {
        const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
        child.kill('SIGKILL');
        await gone;
      }
      clean();
    },
    close: async () => {
      await browser.close();
      clean();
    },
  };
}
