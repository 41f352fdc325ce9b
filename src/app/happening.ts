import type { FeedWords } from '../feed/feed-words.ts';
import type { KeepResult } from '../feed/keep-words.ts';

/** Result of acting on a page without our scripts. */
export type Happening = { ok: true; kept: KeepResult } | { ok: false; detail: string };
export type Say = (happening: Happening, words: FeedWords) => void;

declare global {
  /** Shows a result in this page. Set in this isolated world, hidden from the page. */
  var musubiSay: Say | undefined;
}
