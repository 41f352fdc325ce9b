import type { Messages } from '../../src/declarations.ts';
import type { Feed } from '../../src/feed/feed.ts';
import { type FeedWords, filled } from '../../src/feed/feed-words.ts';
import { asking } from '../../src/workspace/ask.ts';
import type { Acting, MakeActing } from './acting.ts';

const ask = asking<Messages>();

/** Set by the acting script in this isolated world, which no script of the page can see. */
declare global {
  var musubiActing: MakeActing | undefined;
}

/**
 * What acts in this page, to be loaded when somebody reaches for a pair, with the pointer or by the keyboard, and there
 * before the press. Pages that are only read carry a third less of us.
 */
export class Reach {
  private made: Acting | null = null;
  /** Why what acts did not come; empty where the extension was replaced under this page. */
  private failure = '';
  private coming: Promise<Acting | null> | null = null;
  private readonly make: (making: MakeActing) => Acting;
  private readonly words: () => FeedWords;

  constructor(feed: Feed, words: () => FeedWords, signal: AbortSignal) {
    this.make = (making) => making(feed, words, signal);
    this.words = words;
  }

  /** What acts, null where it did not come. */
  load(): Promise<Acting | null> {
    if (this.made) return Promise.resolve(this.made);
    this.coming ??= this.fetch().finally(() => {
      this.coming = null;
    });
    return this.coming;
  }

  private async fetch(): Promise<Acting | null> {
    if (!globalThis.musubiActing) {
      const asked = await ask('feed.acting', {});
      this.failure = asked.ok || asked.reason === 'gone' ? '' : asked.detail;
    }
    if (globalThis.musubiActing) this.made ??= this.make(globalThis.musubiActing);
    return this.made;
  }

  /** Acts at once where it is there: a post may change, and a press is valid for a while only. */
  with(act: (acting: Acting) => void): void {
    if (this.made) act(this.made);
    else void this.load().then((acting) => (acting ? act(acting) : this.say()));
  }

  /** What can wait, and is of no use where it does not come. */
  soon(act: (acting: Acting) => void): void {
    void this.load().then((acting) => acting && act(acting));
  }

  /** Nothing of ours can be drawn without what acts; the browser's own box says it. */
  private say(): void {
    const { feedGone, feedFailed } = this.words();
    if (this.failure) alert(filled(feedFailed, { detail: this.failure }));
    else if (confirm(feedGone)) location.reload();
  }
}
