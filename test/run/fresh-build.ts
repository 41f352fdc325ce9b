import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, extensionDir, type Mode } from './build.ts';
import { buildWeb, WEB_DIR } from './build-web.ts';

const root = new URL('../..', import.meta.url).pathname;

function newest(folder: string): number {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(root, folder, file)).mtimeMs));
}

/** Whether one of these is missing, or older than a source. */
function isOld(built: readonly string[]): boolean {
  const stamps = built.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  const sources = ['src', 'entrypoints', 'public'].map(newest);
  const config = ['wxt.config.ts', 'package-lock.json'].map((file) => statSync(join(root, file)).mtimeMs);
  return Math.min(...stamps) < Math.max(...sources, ...config);
}

/** Builds the extension unless what was built is newer than every source. */
export async function freshBuild(mode: Mode): Promise<void> {
  const browsers = ['chrome', 'firefox'] as const;
  if (isOld(browsers.map((browser) => join(extensionDir(browser, mode), 'manifest.json'))))
    await buildExtension(mode);
}

/** The same for the companion on the web. */
export async function freshWeb(): Promise<void> {
  if (isOld([join(WEB_DIR, 'sw.js')])) await buildWeb();
}
