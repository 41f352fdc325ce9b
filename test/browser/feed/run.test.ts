import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acting } from '../../../src/app/feed/acting.ts';
import { runFeed } from '../../../src/app/feed/run.ts';
import { takeOver } from '../../../src/app/feed/takeover.ts';
import { FEED_KEYS, type FeedWords } from '../../../src/feed/feed-words.ts';
import { answers, browser, calls } from '../browser-stand-in.ts';
import { until } from '../stage.tsx';
import { card, clearAll, click, elements, hover, microtasks, NAMES, pair, perCard, recipe } from './cards.ts';

/** The small site, known by its page: this document stands at another host. */
const site = { ...recipe, hosts: [], origins: [], page: 'article' };
const words = (language: string): FeedWords =>
  ({
    ...Object.fromEntries(FEED_KEYS.map((key) => [key, `${language} ${key}`])),
    language,
  }) as unknown as FeedWords;

type Listener = (told: unknown, sender: unknown, respond: (answer: unknown) => void) => void;
let listeners: Listener[] = [];
let stops: AbortController[] = [];

beforeEach(() => {
  listeners = [];
  stops = [];
  calls.length = 0;
  // As the background does when it is asked to.
  answers.message = (asked) => {
    if (JSON.stringify(asked).includes('feed.acting')) globalThis.musubiActing = acting;
    const kept = { id: 'a', before: false, status: 'full', missing: [], pictures: 0 };
    return { ok: true, value: JSON.stringify(asked).includes('capture.keep') ? kept : true };
  };
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as Listener);
    return new Set<unknown>();
  });
  vi.spyOn(browser.runtime.onMessage, 'removeListener').mockImplementation((listener) => {
    listeners = listeners.filter((one) => one !== listener);
    return true;
  });
  document.body.append(...elements(card('a') + card('b')));
});
afterEach(() => {
  for (const stop of stops) stop.abort();
  globalThis.musubiEnd?.();
  vi.restoreAllMocks();
  clearAll();
});

function start(): AbortController {
  const stop = new AbortController();
  stops.push(stop);
  runFeed(stop.signal, [site], words('en'));
  return stop;
}
/** What the page answers to what the rest of us tells it. */
let lastAnswer: unknown;
const tell = (name: string, more: object = {}): void => {
  lastAnswer = undefined;
  for (const listener of listeners)
    listener({ musubi: 1, name, ...more }, {}, (answer) => {
      lastAnswer = answer;
    });
};

describe('the feed in a page', () => {
  it('speaks the person’s language, and another one as soon as that is chosen', () => {
    start();
    expect(pair().share.ariaLabel).toBe('en shareName');
    tell('language', { words: words('ja') });
    expect([pair().share.ariaLabel, pair().keep.ariaLabel]).toEqual(['ja shareName', 'ja keepName']);
  });

  it('shows marks as soon as they arrive', () => {
    start();
    tell('marks', { marks: { 'cards:b': 2 } });
    expect(pair(document.querySelectorAll('article')[1] ?? document).keep.hasAttribute('data-on')).toBe(true);
    expect(pair().keep.hasAttribute('data-on')).toBe(false);
  });

  it('tells every post it reads, and how many buttons stand on each', async () => {
    start();
    tell('read');
    await until(() =>
      expect(lastAnswer).toEqual([
        { buttons: 2, reading: expect.objectContaining({ ok: true }) },
        { buttons: 2, reading: expect.objectContaining({ ok: true }) },
      ]),
    );
  });

  it('hears nobody else', () => {
    start();
    let answered = false;
    for (const listener of listeners)
      for (const told of [null, 'read', { name: 'read' }, { musubi: 2, name: 'read' }])
        listener(told, {}, () => {
          answered = true;
        });
    expect(answered).toBe(false);
  });

  it('asks for what acts when somebody reaches for a pair, once, and not before', async () => {
    globalThis.musubiActing = undefined;
    start();
    const asked = () =>
      calls.filter(({ args }) => JSON.stringify(args[0] ?? '').includes('feed.acting')).length;
    await microtasks();
    expect(asked()).toBe(0);
    await hover('share');
    await hover('keep');
    await until(() => expect(asked()).toBe(1));
  });

  it.each([
    ['failed', 'no answer to feed.acting', 'alert', 'en feedFailed'],
    ['gone', 'the extension was replaced', 'confirm', 'en feedGone'],
  ] as const)('says why what acts did not come: %s', async (reason, detail, box, said) => {
    globalThis.musubiActing = undefined;
    answers.message = () => ({ ok: false, reason, detail });
    const shown: string[] = [];
    const show = (name: string) => (message?: unknown) => {
      shown.push(`${name} ${String(message)}`);
      return false;
    };
    vi.spyOn(window, 'alert').mockImplementation(show('alert'));
    vi.spyOn(window, 'confirm').mockImplementation(show('confirm'));
    start();
    await click('keep');
    await until(() => expect(shown).toEqual([`${box} ${said}`]));
  });

  it('sends a press as one message with the post', async () => {
    start();
    await click('keep');
    await until(() =>
      expect(JSON.stringify(calls.map(({ args }) => args[0]))).toMatch(/"capture\.keep".*"cards:a"/),
    );
  });

  it('shows the one button that is wanted, or stays away where none is', () => {
    const run = (shown: 'share' | 'keep' | 'none') => {
      const stop = new AbortController();
      stops.push(stop);
      runFeed(stop.signal, [site], words('en'), { cards: shown });
      const seen =
        perCard()[0] === 0
          ? []
          : [pair().share, pair().keep].map((one) => one.getBoundingClientRect().width > 0);
      stop.abort();
      return seen;
    };
    expect(run('share')).toEqual([true, false]);
    expect(run('keep')).toEqual([false, true]);
    expect(run('none')).toEqual([]);
  });

  it('leaves pages alone that it does not know', () => {
    runFeed(new AbortController().signal, [{ ...site, page: '#nowhere' }], words('en'));
    expect(perCard()).toEqual([0, 0]);
    expect(listeners).toEqual([]);
  });

  it('ends with its signal: no node, no listener, and a page as it was', async () => {
    const before = document.documentElement.outerHTML;
    const stop = start();
    await hover('share');
    stop.abort();
    await microtasks();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(listeners).toEqual([]);
  });

  it('goes on where the page says that there is a newer one', () => {
    const signal = takeOver();
    runFeed(signal, [site], words('en'));
    document.dispatchEvent(new CustomEvent('musubi:takeover'));
    expect(signal.aborted).toBe(false);
    expect(perCard()).toEqual([1, 1]);
    // Of an older extension, whose own access is gone, nothing is left to stay for.
    const { id } = browser.runtime;
    Object.assign(browser.runtime, { id: undefined });
    document.dispatchEvent(new CustomEvent('musubi:takeover'));
    Object.assign(browser.runtime, { id });
    expect(signal.aborted).toBe(true);
    expect(perCard()).toEqual([0, 0]);
  });

  it('yields to a newer one in the same page, which finds it empty', () => {
    const older = takeOver();
    runFeed(older, [site], words('en'));
    const newer = takeOver();
    expect([older.aborted, newer.aborted]).toEqual([true, false]);
    expect(perCard()).toEqual([0, 0]);
    runFeed(newer, [site], { ...words('ja'), shareName: NAMES.share });
    expect(perCard()).toEqual([1, 1]);
    expect(pair().share.ariaLabel).toBe(NAMES.share);
  });
});
