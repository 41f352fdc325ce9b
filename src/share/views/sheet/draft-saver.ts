import type { Messages } from '../../../declarations.ts';
import type { Post } from '../../../post/post.ts';
import type { Asking } from '../../../workspace/ask.ts';
import type { Answered } from '../../../workspace/envelope.ts';
import type { Choice, SheetFacts } from '../../messages.ts';
import type { Written } from '../../tables.ts';

/** ms of stillness after which what was typed is kept: the tab can be closed or killed at any moment. */
const STILL = 600;

/** A draft is worth keeping once there is something of the person's own in it. */
function isWorth({ words, disclosure, removed }: Choice): boolean {
  return words.trim() !== '' || disclosure !== null || removed !== '';
}

/** Channel, target and labels alone make no draft. */
const sameness = ({ words, disclosure, removed, channel, target, labels }: Choice) =>
  JSON.stringify([words, disclosure, removed, channel, target, labels]);

/** Keeps a draft of the sheet in step with what is typed, and throws it away once it is sent or empty. */
export class DraftSaver {
  private saved: string | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ask: Asking<Messages>;
  private readonly post: Post;

  constructor(facts: SheetFacts, first: Choice, ask: Asking<Messages>) {
    this.ask = ask;
    this.post = facts.post;
    this.saved = facts.draft ? sameness(first) : null;
  }

  /** Whether closing now would lose something, or leave behind what was emptied. */
  isDue(choice: Choice): boolean {
    return isWorth(choice) ? sameness(choice) !== this.saved : this.saved !== null;
  }

  /** Keeps it after a moment of stillness. */
  later(choice: Choice): void {
    clearTimeout(this.timer);
    if (this.isDue(choice)) this.timer = setTimeout(() => void this.now(choice), STILL);
  }

  /** Keeps it, or throws it away where it is empty. */
  async now(choice: Choice): Promise<Answered<boolean>> {
    clearTimeout(this.timer);
    const keep = isWorth(choice);
    const { channel, target, words, disclosure, removed, labels } = choice;
    const at = Date.now();
    const draft: Written = { post: this.post.key, at, channel, target, words, disclosure, removed, labels };
    const answered = await this.ask('share.draft', { draft, post: this.post, keep });
    if (answered.ok) this.saved = keep ? sameness(choice) : null;
    return answered;
  }

  /** The share took the draft with it. */
  sent(choice: Choice): void {
    clearTimeout(this.timer);
    this.saved = isWorth(choice) ? sameness(choice) : null;
  }

  /** A share of something else of this post (its QR code) took the draft with it, and these words are unsent. */
  lost(choice: Choice): void {
    this.saved = null;
    this.later(choice);
  }
}
