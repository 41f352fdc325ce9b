import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extensionDir } from '../run/build.ts';

/**
 * Permissions for which neither browser shows a warning, so that an update which adds one disables nothing.
 * https://developer.chrome.com/docs/extensions/reference/permissions-list, and
 * https://support.mozilla.org/kb/permission-request-messages-firefox-extensions
 */
const SILENT = new Set([
  'activeTab',
  'alarms',
  'contextMenus',
  'menus',
  'offscreen',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
]);

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly externally_connectable?: unknown;
}

const manifestOf = (browser: 'chrome' | 'firefox') =>
  JSON.parse(readFileSync(`${extensionDir(browser)}/manifest.json`, 'utf8')) as Manifest;

/** Permissions as the README names them, each with its why. */
function documented(): Map<string, string> {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = /\| asked at install \| why \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)/.exec(readme)?.[1] ?? '';
  return new Map(
    [...rows.matchAll(/^\| `([^`]+)`[^|]*\| (.+?) \|$/gm)].map(([, name = '', why = '']) => [name, why]),
  );
}

describe('what the manifests ask for', () => {
  const asked = new Set([
    ...(manifestOf('chrome').permissions ?? []),
    ...(manifestOf('firefox').permissions ?? []),
  ]);

  it('is what the README says, each with a reason, and nothing else', () => {
    const said = documented();
    expect([...said.keys()].sort()).toEqual([...asked].sort());
    expect([...said].filter(([, why]) => why.split(' ').length < 4)).toEqual([]);
  });

  it('is nothing that a browser warns of', () => {
    expect([...asked].filter((permission) => !SILENT.has(permission))).toEqual([]);
  });

  it.each(['chrome', 'firefox'] as const)(
    'is no host at install (%s): each site is asked for when it is chosen',
    (browser) => {
      const manifest = manifestOf(browser);
      expect(manifest.host_permissions ?? []).toEqual([]);
      expect(manifest.content_scripts ?? []).toEqual([]);
      expect(manifest.externally_connectable).toBeUndefined();
      expect(manifest.optional_permissions ?? []).toEqual([]);
      expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
      expect([...asked].filter((permission) => /[:/*]/.test(permission))).toEqual([]);
    },
  );
});
