import type { Feed } from '../../feed/feed.ts';
import { type FeedWords, filled } from '../../feed/feed-words.ts';
import { asking } from '../../workspace/ask.ts';
import type { Messages } from '../messages.ts';
import type { Acting, MakeActing } from './acting.ts';

const ask = asking<Messages>();

/** Set by the acting script in this isolated world, hidden from the page. */
declare global {
  var musubiActing: MakeActing | undefined;
}

/**
 * Loads the acting script when somebody reaches for a pair, by pointer or keyboard, in time for the press.
 * Pages that are only read load a third less.
 */
export class ActingLoader {
  private made: Acting | null = null;
  /** Why the acting script did not load; empty where the extension was replaced under this page. */
  private failure = '';
  private coming: Promise<Acting | null> | null = null;
  private readonly make: (making: MakeActing) => Acting;
  private readonly words: () => FeedWords;

  constructor(feed: Feed, words: () => FeedWords, signal: AbortSignal) {
    this.make = (making) => making(feed, words, signal);
    this.words = words;
  }

  /** The acting script's object; null where it did not load. */
  load(): Promise<Acting | null> {
    if (this.made) return Promise.resolve(this.made);
    this.coming ??= this.fetch().finally(() => {
      this.coming = null;
    });
    return this.coming;
  }

  private async fetch(): Promise<Acting | null> {
    if (!globalThis.musubiActing) {
      const answered = await ask('feed.acting', {});
      this.failure = answered.ok || answered.reason === 'gone' ? '' : answered.detail;
    }
    if (globalThis.musubiActing) this.made ??= this.make(globalThis.musubiActing);
    return this.made;
  }

  /** Synchronous where loaded: a post may change, and a press's activation is short. */
  with(act: (acting: Acting) => void): void {
    if (this.made) act(this.made);
    else void this.load().then((acting) => (acting ? act(acting) : this.say()));
  }

  /** For work that can wait and is dropped where the script does not load. */
  soon(act: (acting: Acting) => void): void {
    void this.load().then((acting) => acting && act(acting));
  }

  /** Without the acting script nothing can be drawn, so the browser's own alert is used. */
  private say(): void {
    const { feedGone, feedFailed } = this.words();
    if (this.failure) alert(filled(feedFailed, { detail: this.failure }));
    else if (confirm(feedGone)) location.reload();
  }
}
