import { RecipeSchema } from '../sites/schema.ts';
import { SITES } from '../sites/sites.ts';
import { bridge } from './bridge.ts';
import { SHOWN, type ShownBySite } from './button-choice.ts';
import { type FeedWords, PAIR_KEYS } from './feed-words.ts';
import { actingWordsFile, bridgeFile, recipeFile, shownFile, wordsFile } from './packaged-files.ts';

/** What the data files leave in the isolated world for the feed's script, hidden from the page. */
export interface DataFiles {
  recipes?: unknown[];
  words?: FeedWords;
  /** All of them, once the acting script is loaded. */
  allWords?: FeedWords;
  /** Which buttons are wanted, where not both. */
  shown?: ShownBySite;
}

/** A recipe without the part that only the bridge needs. */
const shown = ({ held: _, ...recipe }: ReturnType<typeof RecipeSchema.parse>) => recipe;

/**
 * Data files that run before the feed's script: one for each recipe and each language, and a bridge for sites
 * that need one.
 * A recipe that does not match its schema fails the build.
 */
export function dataFiles(
  words: Record<string, Record<string, string>>,
): { contents: string; relativeDest: string }[] {
  const recipes = SITES.map((site) => ({
    relativeDest: recipeFile(site.id),
    contents: `{const m=globalThis.musubi??={};(m.recipes??=[]).push(${JSON.stringify(shown(RecipeSchema.parse(site)))})}`,
  }));
  const wordsOf = (name: keyof DataFiles, all: object) =>
    `(globalThis.musubi??={}).${name}=${JSON.stringify(all)}`;
  const languages = Object.entries(words).flatMap(([language, own]) => {
    const first = Object.fromEntries(PAIR_KEYS.map((key) => [key, own[key]]));
    return [
      { relativeDest: wordsFile(language), contents: wordsOf('words', { language, ...first }) },
      { relativeDest: actingWordsFile(language), contents: wordsOf('allWords', { language, ...own }) },
    ];
  });
  const bridges = SITES.flatMap(({ id, held }) =>
    held ? [{ relativeDest: bridgeFile(id), contents: `(${bridge})(${JSON.stringify(held)})` }] : [],
  );
  const choices = SITES.flatMap(({ id }) =>
    SHOWN.map((choice) => ({
      relativeDest: shownFile(id, choice),
      contents: `((globalThis.musubi??={}).shown??={})[${JSON.stringify(id)}]=${JSON.stringify(choice)}`,
    })),
  );
  return [...recipes, ...languages, ...bridges, ...choices];
}
