import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { subset } from '../src/i18n/subset.ts';
import { SHEET_KEYS } from '../src/share/views/sheet/sheet-words.ts';
import { QUIET } from './e2e/chromium.ts';
import { chromiumPath } from './run/browsers.ts';
import { writeWords } from './run/words.mjs';

const root = new URL('..', import.meta.url).pathname;
// Also where no command of npm's has joined the words as they are now.
writeWords(root);
const wxtBrowser = { find: 'wxt/browser', replacement: `${root}test/browser/browser-stand-in.ts` };

/** A browser end to end: what is waited for may be slow, and is looked for often. */
const patient = {
  environment: 'node' as const,
  // Files share nothing but what they import.
  isolate: false,
  globalSetup: ['test/e2e/built.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000, interval: 50 } },
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          // A busy machine is no fault of a test's.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Of `npm test`, beside two browsers, and so with less than one core.
          fileParallelism: false,
        },
      },
      {
        root,
        resolve: { alias: [wxtBrowser] },
        define: { __SHEET_WORDS__: JSON.stringify(subset(SHEET_KEYS)) },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          // One page for all: each test brings its own view and its own diary.
          isolate: false,
          setupFiles: ['test/browser/setup.ts'],
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              // As for a person who wants no motion: what moves draws the whole window again and again, a fifth of
              // the time of these tests. End to end it moves.
              contextOptions: { reducedMotion: 'reduce' },
              launchOptions: { executablePath: chromiumPath(), args: ['--no-sandbox', ...QUIET] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          ...patient,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One browser at a time: on two cores two are no sooner done, and each slower.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
