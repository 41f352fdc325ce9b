import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Handed } from '../../src/feed/data-files.ts';
import type { Recipe } from '../../src/sites/recipe.ts';
import { runFeed } from './run.ts';
import { takeOver } from './takeover.ts';

declare global {
  var musubi: Handed | undefined;
}

export default defineContentScript({
  registration: 'runtime',
  main() {
    const { recipes = [], words } = globalThis.musubi ?? {};
    // Injected again into an open page, the files of data leave a second copy: the newest of each id is enough.
    const newest = [...new Map((recipes as Recipe[]).map((recipe) => [recipe.id, recipe])).values()];
    if (words && /html/.test(document.contentType)) runFeed(takeOver(), newest, words);
  },
});
