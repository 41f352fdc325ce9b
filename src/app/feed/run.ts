import { browser } from 'wxt/browser';
import type { ShownBySite } from '../../feed/button-choice.ts';
import { whenDwelling } from '../../feed/dwell.ts';
import { Feed, type Outside } from '../../feed/feed.ts';
import type { FeedWords } from '../../feed/feed-words.ts';
import { hear, isOverheard, PRESSES } from '../../feed/first-listener.ts';
import { shortcutTarget } from '../../feed/key-target.ts';
import type { Names } from '../../feed/mount-buttons.ts';
import { whenTheme } from '../../feed/page-theme.ts';
import { ARRIVING, PairHover } from '../../feed/pair-hover.ts';
import { pressing } from '../../feed/press.ts';
import { recipeFor } from '../../feed/recipe-for-page.ts';
import type { Recipe } from '../../sites/recipe.ts';
import type { Announcement } from '../../workspace/announce.ts';
import { asking } from '../../workspace/ask.ts';
import type { Messages } from '../messages.ts';
import { ActingLoader } from './load-acting.ts';

const ask = asking<Messages>();

/** Runs the feed in this page, if its site is known, until the signal aborts. */
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
  const names = (): Names => ({
    share: words.shareName,
    keep: words.keepName,
    shareOf: words.shareNameOf,
    keepOf: words.keepNameOf,
    shared: words.sharedBefore,
    saved: words.savedBefore,
    shown,
  });

  const speak = (next: FeedWords) => {
    words = next;
    feed.rename(names());
  };
  const feed = new Feed(recipe, names(), isOverheard() ? NOTHING : diaryOf(recipe));
  // The acting script brings further words, in the present language.
  const reach = new ActingLoader(feed, () => ({ ...globalThis.musubi?.allWords, ...words }), signal);
  sense(feed, reach, signal);
  feed.start(signal);
  whenTheme(() => feed.dress(), signal);
  answerPage(feed, reach, speak, signal);
}

/** The diary's marks of a site's posts. */
const diaryOf = ({ id }: Recipe): Outside => ({
  marks: async (keys) => {
    const answered = await ask('marks.read', { posts: [...keys] });
    return answered.ok ? answered.value.marks : null;
  },
  all: async () => {
    const answered = await ask('marks.all', { site: id });
    return answered.ok ? answered.value.marks : null;
  },
});
/** For a page that could read our marks: shows none until it is reloaded. */
const NOTHING: Outside = { marks: async () => null, all: async () => ({}), silent: true };

/** Handles pointer, focus and presses. */
function sense(feed: Feed, reach: ActingLoader, signal: AbortSignal): void {
  const rest = whenDwelling((mounted) => reach.soon((acting) => acting.offerSheet(mounted)), signal);
  const arrivals = new PairHover(feed, (mounted, side, by) => {
    feed.point(mounted, side, by);
    rest(mounted, side, by);
    reach.soon((acting) => acting.reach(mounted, side));
  });
  const press = pressing(
    feed,
    arrivals,
    (wish, mounted, pressed) => reach.with((acting) => acting.act(wish, mounted, pressed)),
    signal,
  );
  const handle = (event: Event) => {
    arrivals.handle(event);
    press(event);
  };
  hear([...PRESSES, ...ARRIVING], handle, signal);
}

type Answers = {
  [Name in Announcement['name']]: (announcement: Extract<Announcement, { name: Name }>) => unknown;
};

/** Handles messages from the rest of the extension. */
function answerPage(
  feed: Feed,
  reach: ActingLoader,
  speak: (words: FeedWords) => void,
  signal: AbortSignal,
): void {
  let pointed: Element | null = null;
  window.addEventListener(
    'contextmenu',
    ({ isTrusted, target }) => {
      if (isTrusted) pointed = target instanceof Element ? target : null;
    },
    { capture: true, signal },
  );
  const wish = (name: 'sheet' | 'keep', here = false) => {
    const at = here ? shortcutTarget((element) => feed.around(element) !== undefined) : pointed;
    const mounted = feed.around(at);
    if (mounted) reach.with((acting) => acting.act(name, mounted, null));
    return mounted !== undefined;
  };
  const answers: Answers = {
    marks: ({ marks }) => {
      for (const [key, bits] of Object.entries(marks)) feed.mark(key, bits);
    },
    language: (announcement) => speak(announcement.words as unknown as FeedWords),
    read: async () => (await reach.load())?.readAll(),
    focal: async () => (await reach.load())?.focal(),
    sheet: ({ here }) => wish('sheet', here),
    keep: ({ here }) => wish('keep', here),
  };
  const onMessage = (announcement: Announcement, _sender: unknown, respond: (answer: unknown) => void) => {
    if (announcement?.musubi !== 1) return false;
    const answer = answers[announcement.name]?.(announcement as never);
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
