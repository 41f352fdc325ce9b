import { browser } from 'wxt/browser';
import type { Messages } from '../../src/declarations.ts';
import { Acts } from '../../src/feed/act.ts';
import { Feed } from '../../src/feed/feed.ts';
import { posts, shapeOf } from '../../src/feed/forms.ts';
import { elementHere } from '../../src/feed/here.ts';
import { whenResting } from '../../src/feed/hover.ts';
import { recipeFor } from '../../src/feed/pick.ts';
import { listen } from '../../src/feed/press.ts';
import { read } from '../../src/feed/read.ts';
import { Strips } from '../../src/feed/strip.ts';
import { whenTheme } from '../../src/feed/theme.ts';
import type { FeedWords } from '../../src/feed/words.ts';
import type { Recipe } from '../../src/sites/recipe.ts';
import type { Announcement } from '../../src/workspace/announce.ts';
import { asking } from '../../src/workspace/ask.ts';
import { hands } from './hands.ts';

const ask = asking<Messages>();

/** Runs the feed in this page, if it is a site we know, until the signal aborts. */
export function runFeed(signal: AbortSignal, recipes: readonly Recipe[], handed: FeedWords): void {
  const recipe = recipeFor(recipes, location.host, document);
  if (!recipe) return;
  let words = handed;
  const names = () => ({ share: words.shareName, keep: words.keepName });

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
  const strips = new Strips(() => words.language, signal);
  const acts = new Acts(feed, hands(recipe), strips, () => words);
  listen(feed, (wish, mounted) => void acts.act(wish, mounted), signal);
  whenResting(feed, (mounted) => acts.offerSheet(mounted), signal);
  feed.start(signal);
  whenTheme(() => feed.dress(), signal);
  answerPage(feed, acts, speak, signal);
}

type Answers = {
  [Name in Announcement['name']]: (told: Extract<Announcement, { name: Name }>) => unknown;
};

/** Answers what the rest of us tells or asks this page. */
function answerPage(feed: Feed, acts: Acts, speak: (words: FeedWords) => void, signal: AbortSignal): void {
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
    if (mounted) void acts.act(name, mounted);
    return mounted !== undefined;
  };
  const answers: Answers = {
    marks: ({ marks }) => {
      for (const [key, bits] of Object.entries(marks)) feed.mark(key, bits);
    },
    language: (told) => speak(told.words as unknown as FeedWords),
    read: () => readAll(feed),
    focal: () => focal(feed),
    sheet: ({ here }) => wish('sheet', here),
    keep: ({ here }) => wish('keep', here),
  };
  const onMessage = (told: Announcement, _sender: unknown, respond: (answer: unknown) => void) => {
    if (told?.musubi === 1) respond(answers[told.name]?.(told as never));
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}

function readOne(feed: Feed, root: Element) {
  const shape = shapeOf(feed.site, root);
  return shape ? read(feed.site, shape, root) : null;
}

function readAll(feed: Feed) {
  return posts(feed.site).map((root) => ({ reading: readOne(feed, root), buttons: feed.countIn(root) }));
}

/** The post whose address is this page's. */
function focal(feed: Feed) {
  const here = location.href.replace(/[?#].*$/, '').replace(/\/$/, '');
  for (const root of posts(feed.site)) {
    const reading = readOne(feed, root);
    if (!reading?.ok || reading.post.missing.includes('url')) continue;
    if (reading.post.url.replace(/[?#].*$/, '').replace(/\/$/, '') === here) return reading;
  }
  return null;
}
