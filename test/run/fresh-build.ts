import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, extensionDir } from './build.ts';

const root = new URL('../..', import.meta.url).pathname;

function newest(folder: string): number {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(root, folder, file)).mtimeMs));
}

/** Builds the extension unless what was built is newer than every source. */
export function freshBuild(mode: string): void {
  const built = ['chrome', 'firefox'].map((browser) =>
    join(extensionDir(browser as 'chrome' | 'firefox', mode), 'manifest.json'),
  );
  const stamps = built.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  const sources = ['src', 'entrypoints', 'public'].map(newest);
  const config = ['wxt.config.ts', 'package-lock.json'].map((file) => statSync(join(root, file)).mtimeMs);
  if (Math.min(...stamps) < Math.max(...sources, ...config)) buildExtension(mode);
}
