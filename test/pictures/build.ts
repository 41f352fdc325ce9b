import { build } from 'vite';
import { subset } from '../../src/i18n/subset.ts';
import { SHEET_KEYS } from '../../src/share/views/sheet/sheet-words.ts';

const root = new URL('../..', import.meta.url).pathname;
/** Where the page is built that shows every screen. */
export const STAGE_DIR = `${root}.output/stage`;

/** Builds one page that can show every screen: the product's own views over a stand-in of the extension's API. */
export async function buildStage(): Promise<void> {
  const here = { root: `${root}test/pictures/stage`, base: './', configFile: false as const };
  const wxt = { find: 'wxt/browser', replacement: `${root}test/browser/browser-stand-in.ts` };
  await build({
    ...here,
    logLevel: 'error',
    resolve: { alias: [wxt] },
    define: { __SHEET_WORDS__: JSON.stringify(subset(SHEET_KEYS)) },
    build: {
      target: 'es2023',
      outDir: STAGE_DIR,
      emptyOutDir: true,
      minify: false,
      cssMinify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
    },
  });
  await build({
    ...here,
    logLevel: 'error',
    publicDir: false,
    build: {
      target: 'es2023',
      outDir: STAGE_DIR,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: `${root}test/pictures/measure/alone.ts`,
        formats: ['iife'],
        name: 'measure',
        fileName: () => 'measure.js',
      },
    },
  });
}
