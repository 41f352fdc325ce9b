import { RecipeSchema } from '../sites/schema.ts';
import { SITES } from '../sites/sites.ts';
import { bridge } from './bridge.ts';
import { SHOWN, type ShownBySite } from './button-choice.ts';
import { type FeedWords, PAIR_KEYS } from './feed-words.ts';
import { actingWordsFile, bridgeFile, recipeFile, shownFile, wordsFile } from './packaged-files.ts';

/** What the data files leave in the isolated world for the feed's script, out of the page's sight. */
export interface Handed {
  recipes?: unknown[];
  words?: FeedWords;
  /** All of them, there with what acts. */
  allWords?: FeedWords;
  /** Which buttons are wanted, where that is not both. */
  shown?: ShownBySite;
}

/** A recipe without what only the bridge has to know. */
const shown = ({ held: _, ...recipe }: ReturnType<typeof RecipeSchema.parse>) => recipe;

/**
 * The files of data that stand in front of the feed's script: a recipe each, and the words of each language; and, for
 * a site whose pages hold what they do not show, the bridge.
 * A recipe that does not fit its schema stops the build.
 */
export function dataFiles(
  words: Record<string, Record<string, string>>,
): { contents: string; relativeDest: string }[] {
  const recipes = SITES.map((site) => ({
    relativeDest: recipeFile(site.id),
    contents: `{const m=globalThis.musubi??={};(m.recipes??=[]).push(${JSON.stringify(shown(RecipeSchema.parse(site)))})}`,
  }));
  const wordsOf = (name: keyof Handed, all: object) =>
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
