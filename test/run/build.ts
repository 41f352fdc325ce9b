import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { tool } from './tool.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

const BROWSERS = ['chrome', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];
/** As a store gets it, or with every host granted. */
export type Mode = 'production' | 'e2e';

async function buildFor(browser: Browser): Promise<void> {
  try {
    await run(tool('wxt'), ['build', '-b', browser, '--mv3'], { cwd: root });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`building for ${browser} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/**
 * The store's build with every host granted by its manifest: a headless browser cannot press the browser's own
 * prompt. Not a byte of the code differs, so that what is tested is what a store gets.
 */
function grantHosts(browser: Browser): void {
  const folder = extensionDir(browser, 'e2e');
  rmSync(folder, { recursive: true, force: true });
  cpSync(extensionDir(browser), folder, { recursive: true });
  const file = `${folder}/manifest.json`;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const granted = { ...manifest, optional_host_permissions: [], host_permissions: ['<all_urls>'] };
  writeFileSync(file, JSON.stringify(granted));
}

/**
 * Builds both browsers' extensions at once, Manifest V3; with the mode `e2e` also those with every host granted.
 * Throws with the builder's own words where it fails.
 */
export async function buildExtension(mode: Mode): Promise<void> {
  await Promise.all(BROWSERS.map(buildFor));
  if (mode === 'e2e') BROWSERS.forEach(grantHosts);
}

/** Folder of a built extension. */
export function extensionDir(browser: Browser, mode: Mode = 'production'): string {
  return `${root}.output/${browser}-mv3${mode === 'production' ? '' : `-${mode}`}`;
}

if (import.meta.main) {
  const at = process.argv.indexOf('--mode');
  const mode = at > 0 ? process.argv[at + 1] : 'production';
  if (mode !== 'production' && mode !== 'e2e') throw new Error(`no mode "${mode}": production or e2e`);
  await buildExtension(mode);
  console.log(`built ${extensionDir('chrome', mode)} and ${extensionDir('firefox', mode)}`);
}
