import { spawnSync } from 'node:child_process';

const root = new URL('../..', import.meta.url).pathname;

/** Builds both browsers' extensions, Manifest V3. Throws with the builder's own words where it fails. */
export function buildExtension(mode: string): void {
  for (const browser of ['chrome', 'firefox']) {
    const built = spawnSync('npx', ['wxt', 'build', '-b', browser, '--mv3', '--mode', mode], {
      cwd: root,
      encoding: 'utf8',
    });
    if (built.status !== 0)
      throw new Error(`building for ${browser} failed:\n${built.stdout}${built.stderr}`);
  }
}

/** Folder of a built extension. */
export function extensionDir(browser: 'chrome' | 'firefox', mode = 'production'): string {
  return `${root}.output/${browser}-mv3${mode === 'production' ? '' : `-${mode}`}`;
}

if (import.meta.main) {
  const at = process.argv.indexOf('--mode');
  const mode = (at > 0 && process.argv[at + 1]) || 'production';
  buildExtension(mode);
  console.log(`built ${extensionDir('chrome', mode)} and ${extensionDir('firefox', mode)}`);
}
