import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handed } from '../src/feed/data-files.ts';
import type { Recipe } from '../src/sites/recipe.ts';
import { runFeed } from './feed.content/run.ts';
import { takeOver } from './feed.content/takeover.ts';

declare global {
  var musubi: Handed | undefined;
}

/**
 * Registered by hand, with a site's data in front of it. Not as a content script of the builder's own kind, whose
 * wrapper tells the page of itself and weighs 1 KB.
 */
export default defineUnlistedScript(() => {
  const { recipes = [], words, shown } = globalThis.musubi ?? {};
  // Injected again into an open page, the files of data leave a second copy: the newest of each id is enough.
  const newest = [...new Map((recipes as Recipe[]).map((recipe) => [recipe.id, recipe])).values()];
  if (words && /html/.test(document.contentType)) runFeed(takeOver(), newest, words, shown);
});
