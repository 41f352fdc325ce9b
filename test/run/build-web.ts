import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { subset } from '../../src/i18n/subset.ts';
import { SHEET_KEYS } from '../../src/share/views/sheet/sheet-words.ts';
import { manifest } from './web-manifest.ts';

const root = new URL('../..', import.meta.url).pathname;
const web = `${root}entrypoints/companion/web`;
/** Where the companion for the web is built, for the hub to serve. */
export const WEB_DIR = `${root}.output/web`;

function versionOf(): string {
  return (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version;
}

const shared: InlineConfig = { root: web, base: '/app/', configFile: false, logLevel: 'warn' };

/** The page: the companion with our stand-in where the extension's API would be. */
function buildPage() {
  return build({
    ...shared,
    publicDir: `${web}/public`,
    resolve: { alias: [{ find: 'wxt/browser', replacement: `${web}/browser.ts` }] },
    define: {
      __VERSION__: JSON.stringify(versionOf()),
      __SHEET_WORDS__: JSON.stringify(subset(SHEET_KEYS)),
    },
    build: {
      target: 'es2023',
      outDir: WEB_DIR,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // The worker brings them once, and they are there offline.
      chunkSizeWarningLimit: 800,
    },
  });
}

/** Every file that is built, for the service worker; one whose name is not its content's carries its hash. */
function files(): { url: string; revision: string | null }[] {
  return readdirSync(WEB_DIR, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(WEB_DIR, name)).isFile())
    .map((url) => {
      const hash = () =>
        createHash('sha256')
          .update(readFileSync(join(WEB_DIR, url)))
          .digest('hex');
      return { url, revision: url.startsWith('assets/') ? null : hash() };
    });
}

function buildWorker() {
  return build({
    ...shared,
    publicDir: false,
    define: { __FILES__: JSON.stringify(files()), 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2023',
      outDir: WEB_DIR,
      emptyOutDir: false,
      rolldownOptions: {
        input: `${web}/sw.ts`,
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

/** Builds the companion for the web: a page that the hub serves at /app, and that works without it from then on. */
export async function buildWeb(): Promise<void> {
  await buildPage();
  writeFileSync(join(WEB_DIR, 'manifest.webmanifest'), JSON.stringify(manifest));
  await buildWorker();
}

if (import.meta.main) {
  await buildWeb();
  console.log(`built ${WEB_DIR}`);
}
