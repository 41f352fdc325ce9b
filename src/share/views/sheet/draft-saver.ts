import type { Post } from '../../../post/post.ts';
import type { Asking } from '../../../workspace/ask.ts';
import type { Answered } from '../../../workspace/envelope.ts';
import type { ShareChoice, SheetFacts } from '../../messages.ts';
import type { SheetMessages } from '../../sheet-messages.ts';
import type { Written } from '../../tables.ts';

/** Idle time after which typed text is saved, ms: the tab can be closed or killed at any moment. */
const STILL = 600;

/** Whether a draft has anything of the person's own. */
function isWorth({ words, disclosure, removed }: ShareChoice): boolean {
  return words.trim() !== '' || disclosure !== null || removed !== '';
}

/** Channel, target and labels alone make no draft. */
const sameness = ({ words, disclosure, removed, channel, target, labels }: ShareChoice) =>
  JSON.stringify([words, disclosure, removed, channel, target, labels]);

/** Saves a draft while the person types, and deletes it once it is sent or empty. */
export class DraftSaver {
  private saved: string | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ask: Asking<SheetMessages>;
  private readonly post: Post;

  constructor(facts: SheetFacts, first: ShareChoice, ask: Asking<SheetMessages>) {
    this.ask = ask;
    this.post = facts.post;
    this.saved = facts.draft ? sameness(first) : null;
  }

  /** Whether closing now would lose changes, or leave a draft that was emptied. */
  isDue(choice: ShareChoice): boolean {
    return isWorth(choice) ? sameness(choice) !== this.saved : this.saved !== null;
  }

  /** Saves after a pause in typing. */
  later(choice: ShareChoice): void {
    clearTimeout(this.timer);
    if (this.isDue(choice)) this.timer = setTimeout(() => void this.now(choice), STILL);
  }

  /** Saves now, or deletes an empty draft. */
  async now(choice: ShareChoice): Promise<Answered<boolean>> {
    clearTimeout(this.timer);
    const keep = isWorth(choice);
    const { channel, target, words, disclosure, removed, labels } = choice;
    const at = Date.now();
    const draft: Written = { post: this.post.key, at, channel, target, words, disclosure, removed, labels };
    const answered = await this.ask('share.draft', { draft, post: this.post, keep });
    if (answered.ok) this.saved = keep ? sameness(choice) : null;
    return answered;
  }

  /** The share consumed the draft. */
  sent(choice: ShareChoice): void {
    clearTimeout(this.timer);
    this.saved = isWorth(choice) ? sameness(choice) : null;
  }

  /** Another share of this post (its QR code) consumed the draft, but these words are unsent. */
  lost(choice: ShareChoice): void {
    this.saved = null;
    this.later(choice);
  }
}
