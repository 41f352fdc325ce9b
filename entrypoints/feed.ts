import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../src/app/feed/run.ts';
import { takeOver } from '../src/app/feed/takeover.ts';
import type { DataFiles } from '../src/feed/data-files.ts';
import type { Recipe } from '../src/sites/recipe.ts';

declare global {
  var musubi: DataFiles | undefined;
}

/**
 * Registered by our own code, with a site's data before it. WXT's content script wrapper would reveal itself to
 * the page and adds 1 KB.
 */
export default defineUnlistedScript(() => {
  const { recipes = [], words, shown } = globalThis.musubi ?? {};
  // Data files injected again leave a second copy: use the newest of each id.
  const newest = [...new Map((recipes as Recipe[]).map((recipe) => [recipe.id, recipe])).values()];
  if (words && /html/.test(document.contentType)) runFeed(takeOver(), newest, words, shown);
});
