import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

async function buildFor(browser: string, mode: string): Promise<void> {
  try {
    await run('npx', ['wxt', 'build', '-b', browser, '--mv3', '--mode', mode], { cwd: root });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`building for ${browser} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** Builds both browsers' extensions at once, Manifest V3. Throws with the builder's own words where it fails. */
export async function buildExtension(mode: string): Promise<void> {
  await Promise.all(['chrome', 'firefox'].map((browser) => buildFor(browser, mode)));
}

/** Folder of a built extension. */
export function extensionDir(browser: 'chrome' | 'firefox', mode = 'production'): string {
  return `${root}.output/${browser}-mv3${mode === 'production' ? '' : `-${mode}`}`;
}

if (import.meta.main) {
  const at = process.argv.indexOf('--mode');
  const mode = (at > 0 && process.argv[at + 1]) || 'production';
  await buildExtension(mode);
  console.log(`built ${extensionDir('chrome', mode)} and ${extensionDir('firefox', mode)}`);
}
