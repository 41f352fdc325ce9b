import { browser } from 'wxt/browser';
import type { Messages } from '../../src/declarations.ts';
import { Feed } from '../../src/feed/feed.ts';
import { elementHere } from '../../src/feed/here.ts';
import { whenResting } from '../../src/feed/hover.ts';
import { recipeFor } from '../../src/feed/pick.ts';
import { listen } from '../../src/feed/press.ts';
import type { ShownBySite } from '../../src/feed/shown.ts';
import { whenTheme } from '../../src/feed/theme.ts';
import type { FeedWords } from '../../src/feed/words.ts';
import type { Recipe } from '../../src/sites/recipe.ts';
import type { Announcement } from '../../src/workspace/announce.ts';
import { asking } from '../../src/workspace/ask.ts';
import { Reach } from './reach.ts';

const ask = asking<Messages>();

/** Runs the feed in this page, if it is a site we know, until the signal aborts. */
export function runFeed(
  signal: AbortSignal,
  recipes: readonly Recipe[],
  handed: FeedWords,
  bySite: ShownBySite = {},
): void {
  const recipe = recipeFor(recipes, location.host, document);
  const shown = recipe ? bySite[recipe.id] : undefined;
  if (!recipe || shown === 'none') return;
  let words = handed;
  const names = () => ({ share: words.shareName, keep: words.keepName, shown });

  const speak = (next: FeedWords) => {
    words = next;
    feed.rename(names());
  };
  const feed = new Feed(recipe, names(), {
    marks: async (keys) => {
      const answered = await ask('marks.read', { posts: [...keys] });
      return answered.ok ? answered.value.marks : null;
    },
    all: async () => {
      const answered = await ask('marks.all', { site: recipe.id });
      return answered.ok ? answered.value.marks : null;
    },
  });
  const reach = new Reach(feed, () => words, signal);
  listen(feed, (wish, mounted) => reach.with((acting) => acting.act(wish, mounted)), signal);
  whenResting(feed, (mounted) => void reach.load().then((acting) => acting?.offerSheet(mounted)), signal);
  feed.start(signal);
  whenTheme(() => feed.dress(), signal);
  answerPage(feed, reach, speak, signal);
}

type Answers = {
  [Name in Announcement['name']]: (told: Extract<Announcement, { name: Name }>) => unknown;
};

/** Answers what the rest of us tells or asks this page. */
function answerPage(feed: Feed, reach: Reach, speak: (words: FeedWords) => void, signal: AbortSignal): void {
  let pointed: Element | null = null;
  window.addEventListener(
    'contextmenu',
    (event) => {
      pointed = event.target instanceof Element ? event.target : null;
    },
    { capture: true, signal },
  );
  const wish = (name: 'sheet' | 'keep', here = false) => {
    const at = here ? elementHere((element) => feed.around(element) !== undefined) : pointed;
    const mounted = feed.around(at);
    if (mounted) reach.with((acting) => acting.act(name, mounted));
    return mounted !== undefined;
  };
  const answers: Answers = {
    marks: ({ marks }) => {
      for (const [key, bits] of Object.entries(marks)) feed.mark(key, bits);
    },
    language: (told) => speak(told.words as unknown as FeedWords),
    read: async () => (await reach.load())?.readAll(),
    focal: async () => (await reach.load())?.focal(),
    sheet: ({ here }) => wish('sheet', here),
    keep: ({ here }) => wish('keep', here),
  };
  const onMessage = (told: Announcement, _sender: unknown, respond: (answer: unknown) => void) => {
    if (told?.musubi !== 1) return false;
    const answer = answers[told.name]?.(told as never);
    if (!(answer instanceof Promise)) {
      respond(answer);
      return false;
    }
    void answer.then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
