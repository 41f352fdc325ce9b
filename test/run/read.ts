import { readFileSync } from 'node:fs';
import { RawPost, type Reading } from '../../src/post/post.ts';
import { settled } from '../../src/post/settle.ts';
import { launchChromium, type RunningChromium } from '../e2e/chromium.ts';
import { findChromium } from './browsers.ts';
import { extensionDir } from './build.ts';
import { freshBuild } from './fresh-build.ts';

interface Asked {
  readonly source: string;
  readonly address: string;
  readonly html: string | null;
  readonly scripts: boolean;
}

interface Found {
  readonly reading: Reading | null;
  readonly buttons: number;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function asked(argv: readonly string[]): Asked {
  const at = argv.indexOf('--url');
  const source = argv.find((one, i) => !one.startsWith('--') && argv[i - 1] !== '--url');
  if (!source)
    throw new Error('usage: npm run -s read -- <saved.html | address> [--url REAL_ADDRESS] [--scripts]');
  const live = /^https?:\/\//.test(source);
  const address = (at >= 0 && argv[at + 1]) || (live ? source : '');
  if (!address) throw new Error('a saved page needs its real address: --url https://…');
  const scripts = live || argv.includes('--scripts');
  return { source, address, html: live ? null : readFileSync(source, 'utf8'), scripts };
}

/**
 * Serves the saved page at its real address and nothing else: no request leaves this machine. Scripts are turned
 * off by a policy and not by the browser's switch, which would turn ours off too.
 */
async function serve({ context }: RunningChromium, { address, html, scripts }: Asked): Promise<void> {
  const policy: Record<string, string> = scripts ? {} : { 'content-security-policy': "script-src 'none'" };
  const headers = { 'content-type': 'text/html; charset=utf-8', ...policy };
  const page = new URL(address).href;
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (html !== null && url.href === page && route.request().isNavigationRequest()) {
      await route.fulfill({ status: 200, headers, body: html });
    } else if (LOOPBACK.test(url.hostname) || url.protocol === 'chrome-extension:') await route.continue();
    else await route.abort();
  });
}

/** What the page's script reads; null where no recipe runs in it. Waits until the number of posts stays the same. */
async function byRecipe(running: RunningChromium, tab: number): Promise<Found[] | null> {
  const worker = await running.worker();
  return worker.evaluate(async (id) => {
    const ask = (): Promise<unknown[] | undefined> =>
      chrome.tabs.sendMessage(id, { musubi: 1, name: 'read' }).catch(() => undefined);
    let before = -1;
    let found: unknown[] | undefined;
    for (let i = 0; i < 40; i += 1) {
      found = await ask();
      const size = found?.length ?? -1;
      if (size > 0 && size === before) break;
      if (size === -1 && i > 8) break;
      before = size;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return (found ?? null) as never;
  }, tab);
}

async function byPage(running: RunningChromium, tab: number): Promise<Found[]> {
  const worker = await running.worker();
  const reading = await worker.evaluate(async (id) => {
    const [first] = await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/page.js'] });
    return first?.result as never;
  }, tab);
  return [{ reading, buttons: 0 }];
}

function shown({ reading, buttons }: Found): Record<string, unknown> {
  if (!reading?.ok) return { url: '', status: 'unrecognised', missing: reading?.missing ?? [], buttons };
  const { time, ...post } = settled(RawPost.parse(reading.post));
  return { ...post, time: typeof time === 'number' ? new Date(time).toISOString() : null, buttons };
}

async function main(): Promise<void> {
  const wanted = asked(process.argv.slice(2));
  if (!findChromium()) throw new Error('no Chromium here; npm test installs one');
  await freshBuild('e2e');
  const running = await launchChromium({ extensionDir: extensionDir('chrome', 'e2e') });
  try {
    await serve(running, wanted);
    const page = await running.context.newPage();
    await page.goto(wanted.address, { waitUntil: 'load' });
    await page.bringToFront();
    const worker = await running.worker();
    const tab = await worker.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1,
    );
    const found = (await byRecipe(running, tab)) ?? [];
    const list = found.length > 0 ? found : await byPage(running, tab);
    process.stdout.write(`${JSON.stringify(list.map(shown))}\n`);
  } finally {
    await running.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
