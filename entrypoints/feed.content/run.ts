import { browser } from 'wxt/browser';
import type { Messages } from '../../src/declarations.ts';
import { Acts } from '../../src/feed/act.ts';
import { Feed } from '../../src/feed/feed.ts';
import { posts, shapeOf } from '../../src/feed/forms.ts';
import { listen } from '../../src/feed/press.ts';
import { read } from '../../src/feed/read.ts';
import { Strips } from '../../src/feed/strip.ts';
import { whenTheme } from '../../src/feed/theme.ts';
import { wordsIn } from '../../src/feed/words.ts';
import { recipeFor } from '../../src/sites/sites.ts';
import type { Announcement } from '../../src/workspace/announce.ts';
import { asking } from '../../src/workspace/ask.ts';
import { hands } from './hands.ts';

const ask = asking<Messages>();

/** Runs the feed in this page, if it is a site we know, until the signal aborts. */
export function runFeed(signal: AbortSignal, uiLanguage: string): void {
  const recipe = recipeFor(location.host, document);
  if (!recipe) return;
  let language = uiLanguage;
  const words = () => wordsIn(language);
  const names = () => ({ share: words().shareName, keep: words().keepName });

  const speak = (next: string) => {
    if (!next || next === language) return;
    language = next;
    feed.rename(names());
  };
  const feed = new Feed(recipe, names(), {
    marks: async (keys) => {
      const answered = await ask('marks.read', { posts: [...keys] });
      if (!answered.ok) return null;
      speak(answered.value.language);
      return answered.value.marks;
    },
  });
  const strips = new Strips(() => language, signal);
  const acts = new Acts(feed, hands(recipe), strips, words);
  listen(feed, (wish, mounted) => void acts.act(wish, mounted), signal);
  feed.start(signal);
  whenTheme(() => feed.dress(), signal);
  answerPage(feed, acts, speak, signal);
}

/** Answers what the rest of us tells or asks this page. */
function answerPage(feed: Feed, acts: Acts, speak: (language: string) => void, signal: AbortSignal): void {
  let pointed: Element | null = null;
  window.addEventListener(
    'contextmenu',
    (event) => {
      pointed = event.target instanceof Element ? event.target : null;
    },
    { capture: true, signal },
  );
  const onMessage = (told: Announcement, _sender: unknown, respond: (answer: unknown) => void) => {
    if (told?.musubi !== 1) return;
    if (told.name === 'marks') for (const [key, bits] of Object.entries(told.marks)) feed.mark(key, bits);
    if (told.name === 'language') speak(told.language);
    if (told.name === 'read') respond(readAll(feed));
    if (told.name === 'focal') respond(focal(feed));
    if (told.name === 'sheet' || told.name === 'keep') {
      const mounted = feed.around(pointed);
      if (mounted) void acts.act(told.name, mounted);
    }
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
    if (reading?.ok && reading.post.url.replace(/[?#].*$/, '').replace(/\/$/, '') === here) return reading;
  }
  return null;
}
