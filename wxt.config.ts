import { defineConfig } from 'wxt';
import { dataFiles } from './src/feed/data-files.ts';
import { FEED_KEYS } from './src/feed/feed-words.ts';
import { localeFiles } from './src/i18n/manifest.ts';
import { subset } from './src/i18n/subset.ts';
import { SHEET_KEYS } from './src/share/views/sheet/sheet-words.ts';

/** Hosts are asked for by the person, one site at a time: the manifest has none. */
export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'public',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_manifestName__',
    description: '__MSG_manifestDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'contextMenus', 'alarms', 'unlimitedStorage'],
    optional_host_permissions: ['*://*/*'],
    host_permissions: [],
    // Said in full, since Firefox's own default raises every address to https, and a team's hub may be in the house.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    // The sheet alone, for a frame of ours over a page. In Chrome under an address that is another at each start of the browser;
    // in Firefox it is another for each person.
    web_accessible_resources: [
      {
        resources: ['sheet.html'],
        matches: ['<all_urls>'],
        ...(browser === 'chrome' && { use_dynamic_url: true }),
      },
    ],
    action: { default_title: '__MSG_manifestAction__' },
    // Alt and Shift with a letter: taken by neither browser, nor by what people press in pages every day.
    commands: {
      share: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandShare__' },
      keep: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandKeep__' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'musubi@musubi.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push(...localeFiles(), ...dataFiles(subset(FEED_KEYS)));
    },
  },
  vite: () => ({
    define: { __SHEET_WORDS__: JSON.stringify(subset(SHEET_KEYS)) },
    build: { target: 'es2023' },
  }),
});
