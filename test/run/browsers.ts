import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { tool } from './tool.ts';

/** What could be had, and for each thing that could not, one line that says why. */
export interface Browsers {
  readonly chromium: string | null;
  readonly firefox: string | null;
  readonly missing: readonly string[];
}

const env = process.env;
const programs = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((at) => at);

// Branded Chrome is not among them: since 137 it ignores --load-extension.
const CHROMIUM = {
  names: ['chromium', 'chromium-browser', 'chrome-for-testing', 'ungoogled-chromium'],
  places: [
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ...programs.map((at) => `${at}\\Chromium\\Application\\chrome.exe`),
  ],
  downloaded:
    /^chromium-\d+\/chrome-(linux|linux64|win|win64)\/chrome(\.exe)?$|^chromium-\d+\/chrome-mac(-arm64|-x64)?\/.*\/MacOS\/(Chromium|Google Chrome for Testing)$/,
};
const FIREFOX = {
  names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  places: [
    '/usr/lib/firefox-esr/firefox-esr',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ...programs.map((at) => `${at}\\Mozilla Firefox\\firefox.exe`),
  ],
};

function onPath(names: readonly string[]): string | null {
  for (const name of names) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      const at = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder && !folder.includes('node_modules') && existsSync(at)) return at;
    }
  }
  return null;
}

/** Where Playwright keeps its downloads. https://playwright.dev/docs/browsers#managing-browser-binaries */
function cache(): string {
  const own = env.PLAYWRIGHT_BROWSERS_PATH;
  if (own && own !== '0') return own;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

function downloadedChromium(): string | null {
  const at = cache();
  if (!existsSync(at)) return null;
  for (const version of readdirSync(at).filter((name) => /^chromium-\d+$/.test(name))) {
    for (const file of readdirSync(join(at, version), { recursive: true })) {
      const path = `${version}/${String(file).replaceAll('\\', '/')}`;
      if (CHROMIUM.downloaded.test(path)) return join(at, path);
    }
  }
  return null;
}

const chosen = (name: string): string | null => {
  const at = env[name];
  return at && existsSync(at) ? at : null;
};

/** A Chromium that loads unpacked extensions: $MUSUBI_CHROMIUM, the system's, or the test tool's. */
export function findChromium(): string | null {
  return (
    chosen('MUSUBI_CHROMIUM') ??
    onPath(CHROMIUM.names) ??
    CHROMIUM.places.find((at) => existsSync(at)) ??
    downloadedChromium()
  );
}

/** A Firefox: $MUSUBI_FIREFOX or the system's. Playwright's own build speaks no WebDriver BiDi, so it is not asked. */
export function findFirefox(): string | null {
  return (
    chosen('MUSUBI_FIREFOX') ?? onPath(FIREFOX.names) ?? FIREFOX.places.find((at) => existsSync(at)) ?? null
  );
}

/** For configuration files that want a string: empty where there is none, which the test tool reads as its own. */
export const chromiumPath = (): string => findChromium() ?? '';

/** Runs a command with its words on stderr; the last line of them where it fails, else null. */
function run(command: string, args: readonly string[]): string | null {
  const ran = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 5 * 60_000,
  });
  if (ran.status === 0) return null;
  const words = `${ran.stdout ?? ''}${ran.stderr ?? ''}`.trim().split('\n');
  return ran.error?.message ?? words.at(-1) ?? `exit ${ran.status}`;
}

const hasJapanese = () =>
  existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') ||
  (spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function apt(packages: readonly string[]): string | null {
  console.error(`Installing ${packages.join(', ')} with apt …`);
  const stale = run('apt-get', ['update', '-q']);
  // One by one: a distribution that lacks one of them still gets the others.
  const failed = packages.map((name) =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]),
  );
  const said = failed.filter((why) => why !== null);
  return said.length > 0 ? [stale, ...said].filter((why) => why !== null).join('; ') : null;
}

/** Playwright's own download, to its own cache. */
function download(): string | null {
  console.error('Downloading Chromium with the test tool …');
  return run(tool('playwright-core'), ['install', 'chromium', '--no-shell']);
}

/**
 * Finds the browsers, and installs what is missing: with apt as root on Debian, else Chromium by the test tool's own
 * download. Never throws.
 */
export function ensureBrowsers(): Browsers {
  const missing: string[] = [];
  const wanted = [
    ...(findChromium() ? [] : ['chromium']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(process.platform !== 'linux' || hasJapanese() ? [] : ['fonts-noto-cjk']),
  ];
  const refused = wanted.length > 0 && isRootOnDebian() ? apt(wanted) : null;
  const because = refused ? `apt-get: ${refused}` : '';
  if (!findChromium()) {
    const failed = download();
    if (!findChromium()) missing.push(`Chromium: ${[because, failed].filter((why) => why).join('; ')}`);
  }
  if (!findFirefox())
    missing.push(
      `Firefox: none found${because ? ` (${because})` : '; install it, or name it in MUSUBI_FIREFOX'}`,
    );
  if (wanted.includes('fonts-noto-cjk') && !hasJapanese())
    missing.push('Japanese font: none found, pictures will show boxes (Debian: fonts-noto-cjk)');
  return { chromium: findChromium(), firefox: findFirefox(), missing };
}
