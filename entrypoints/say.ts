import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Say } from '../src/app/happening.ts';
import type { Messages } from '../src/app/messages.ts';
import { type FeedWords, filled } from '../src/feed/feed-words.ts';
import { keepWords } from '../src/feed/keep-words.ts';
import { type Action, Strips } from '../src/feed/strip.ts';
import { asking } from '../src/workspace/ask.ts';

const ask = asking<Messages>();

/** Shows it in the same strip as feeds, in the corner of the page, with undo and a link. */
function saying(): Say {
  let words: FeedWords;
  const strips = new Strips(() => words.language, new AbortController().signal);
  const show = (strip: { tone: 'done' | 'warn'; words: string }, actions: readonly Action[] = []) =>
    strips.show({ ...strip, actions }, document.documentElement);
  const failed = (detail: string) => show({ tone: 'warn', words: filled(words.feedFailed, { detail }) });

  const open = async (id: string) => {
    const answered = await ask('app.open', { page: `captures/${id}` });
    if (!answered.ok) failed(answered.detail);
  };
  const takeBack = async (id: string) => {
    const answered = await ask('capture.undo', { id, at: Date.now() });
    if (answered.ok) show({ tone: 'done', words: words.feedTakenBack });
    else failed(answered.detail);
  };
  return (happening, spoken) => {
    words = spoken;
    if (!happening.ok) return failed(happening.detail);
    const { kept: result } = happening;
    const there = { words: words.feedOpen, run: () => void open(result.id) };
    const back = { words: words.feedUndo, run: () => void takeBack(result.id) };
    // Confirms undo in one of our pages, where the page hides the strip.
    strips.show(
      {
        ...keepWords(result, words),
        actions: result.before ? [there] : [there, back],
        doubt: () => void open(result.id),
      },
      document.documentElement,
    );
  };
}

/** Loads the strip into a page. Idempotent. */
export default defineUnlistedScript(() => {
  globalThis.musubiSay ??= saying();
});
