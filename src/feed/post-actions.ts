import type { RawPost } from '../post/post.ts';
import { copyText, openWindow } from '../ui/copy-and-open.ts';
import type { Feed } from './feed.ts';
import { type FeedKey, type FeedWords, filled } from './feed-words.ts';
import { type KeepResult, keepWords } from './keep-words.ts';
import { shapeOf } from './match-forms.ts';
import type { Mounted } from './mount-buttons.ts';
import type { Press, Wish } from './press.ts';
import { read } from './read-post.ts';
import type { Action, Strips } from './strip.ts';

/** Answer of the background. `gone`: the extension was replaced under this page. */
export type Result<T> = { ok: true; value: T } | Failure;
/** `failure`: why the diary could not be written; nothing was recorded then. */
export interface Failure {
  readonly ok: false;
  readonly gone: boolean;
  readonly detail: string;
  readonly failure?: string | undefined;
}

/** A prepared share, as far as the page needs it. */
export interface Ready {
  readonly id: string;
  readonly network: string;
  readonly text: string;
  readonly window: string | null;
  readonly paste: boolean;
  /** What the strip says of the relation, and what one press changes. */
  readonly related?: Related | undefined;
  /** What the hub's absence means for the link, and the alternative that a press takes. */
  readonly away?:
    | { readonly words: string; readonly change: string; readonly link: 'short' | 'long' }
    | undefined;
}
/** What a press in the strip changes about a share. */
export interface Change {
  readonly relation?: Related['changed'];
  readonly link?: 'short' | 'long';
}
/** `changed`: the relation that the press takes instead; opaque to the page. */
export interface Related {
  readonly words: string;
  readonly change: string;
  readonly changed: { readonly employer: boolean; readonly earns: boolean };
}
/** Paused by the person's own limits: the words in their language, and until when (UTC ms). */
export interface PaceHold {
  readonly until: number;
  readonly words: string;
  readonly anyway: string;
  readonly later: string;
}
export type Shared = { ok: true; prepared: Ready } | { ok: false; reason: string; held?: PaceHold };
/** What acting needs from outside. Every call is safe to repeat with the same id. */
export interface FeedActions {
  newId(): string;
  share(id: string, post: RawPost, at: number, anyway: boolean): Promise<Result<Shared>>;
  later(post: RawPost, at: number, until: number): Promise<Result<{ readonly words: string }>>;
  /** Repeats a share with another relation or link, replacing the one with that id. */
  related(id: string, of: string, post: RawPost, change: Change, at: number): Promise<Result<Shared>>;
  unshare(id: string, at: number): Promise<Result<boolean>>;
  opened(id: string, at: number): Promise<Result<boolean>>;
  keep(id: string, post: RawPost, at: number): Promise<Result<KeepResult>>;
  undo(id: string, at: number): Promise<Result<boolean>>;
  sheet(post: RawPost, near: Element): Promise<Result<boolean>>;
  /** Asks in a window of ours, which no page can reach. */
  apart(wish: Wish, post: RawPost): Promise<Result<boolean>>;
  open(page: string): Promise<Result<boolean>>;
  health(status: 'full' | 'partial' | 'unrecognised', missing: readonly string[], at: number): void;
}

/** Whether a person saw what they pressed. */
export type Saw = (mounted: Mounted, press: Press) => Promise<boolean>;

/** Problems that are solved in the sheet. */
const IN_SHEET = new Set(['instance', 'relation', 'over']);

/** Acts on a post for the person, and shows the result. */
export class PostActions {
  private readonly feed: Feed;
  private readonly hands: FeedActions;
  private readonly strips: Strips;
  private readonly words: () => FeedWords;
  private readonly saw: Saw;

  constructor(feed: Feed, hands: FeedActions, strips: Strips, words: () => FeedWords, saw: Saw) {
    this.feed = feed;
    this.hands = hands;
    this.strips = strips;
    this.words = words;
    this.saw = saw;
  }

  /** `press`: null for the browser's own menu or shortcut. */
  async act(wish: Wish, mounted: Mounted, press: Press | null): Promise<void> {
    const button = wish === 'keep' ? mounted.keep : mounted.share;
    if (button.ariaBusy === 'true') return;
    const post = this.readNow(mounted, button);
    if (!post) return;
    // The post's address is only that of the page it was seen on: good enough to keep it, but a shared link
    // would lead elsewhere.
    if (wish !== 'keep' && post.missing.includes('url')) {
      this.reportHealth(post);
      this.warn('feedNoAddress', button);
      return;
    }
    this.feed.rouse(mounted);
    button.ariaBusy = 'true';
    try {
      if (press && wish !== 'sheet' && !(await this.saw(mounted, press)))
        await this.apart(wish, post, button);
      else if (wish === 'share') await this.share(post, button);
      else if (wish === 'keep') await this.keep(post, button);
      else await this.sheet(post, button);
    } finally {
      button.ariaBusy = null;
      // After the press is answered: two writes at once would wait for each other.
      this.reportHealth(post);
    }
  }

  /** Reports what the recipe found. A text that the site itself truncates is not the recipe's failure. */
  private reportHealth(post: RawPost): void {
    const isCut = post.capped.includes('text');
    const missing = post.missing.filter((field) => !(isCut && field === 'text'));
    this.hands.health(missing.length === 0 ? 'full' : 'partial', missing, Date.now());
  }

  /** Offers the sheet while the pointer or focus rests on the knot. */
  offerSheet(mounted: Mounted): void {
    this.strips.hint(this.words().feedChoose, () => void this.act('sheet', mounted, null), mounted.share);
  }

  /** Reads the post at the moment of the press; says so where the card is gone or shows another post. */
  private readNow(mounted: Mounted, button: Element): RawPost | null {
    const shape = mounted.root.isConnected ? shapeOf(this.feed.site, mounted.root) : null;
    if (!shape) {
      this.warn('feedRemoved', button);
      return null;
    }
    const reading = read(this.feed.site, shape, mounted.root);
    const at = Date.now();
    if (!reading.ok) {
      this.hands.health('unrecognised', reading.missing, at);
      this.warn('feedUnread', button);
      return null;
    }
    return reading.post;
  }

  private async share(post: RawPost, near: Element, anyway = false): Promise<void> {
    const id = this.hands.newId();
    const shared = await this.hands.share(id, post, Date.now(), anyway);
    if (!shared.ok) return this.failed(shared, near, () => void this.share(post, near, anyway));
    return this.answered(shared.value, post, near);
  }

  private async answered(shared: Shared, post: RawPost, near: Element): Promise<void> {
    if (shared.ok) return this.deliver(shared.prepared, post, near);
    if (shared.held) return this.hold(shared.held, post, near);
    if (IN_SHEET.has(shared.reason)) return this.sheet(post, near);
    return this.warn(shared.reason === 'too-long' ? 'feedTooLong' : 'feedNoScheme', near);
  }

  private hold({ words, anyway, later, until }: PaceHold, post: RawPost, near: Element): void {
    const actions = [
      { words: anyway, run: () => void this.share(post, near, true) },
      { words: later, run: () => void this.later(post, until, near) },
    ];
    this.strips.show({ tone: 'warn', words, actions, doubt: this.doubt('share', post, near) }, near);
  }

  /** Replaces an action of a strip that the page has hidden. */
  private doubt(wish: Wish, post: RawPost, near: Element): () => void {
    return () => void this.apart(wish, post, near);
  }

  private async later(post: RawPost, until: number, near: Element): Promise<void> {
    const saved = await this.hands.later(post, Date.now(), until);
    if (!saved.ok) return this.failed(saved, near, () => void this.later(post, until, near));
    this.strips.show({ tone: 'done', words: saved.value.words, actions: [] }, near);
  }

  /**
   * Copies first, then opens the window: a page without focus may not write to the clipboard. Both happen
   * within the press's activation (5 s in Chrome, Firefox and Safari); where the browser still refuses, a
   * button retries by a fresh press.
   */
  private async deliver(ready: Ready, post: RawPost, near: Element): Promise<void> {
    const copied = await copyText(ready.text);
    if (ready.window === null) return this.afterCopy(ready, copied, post, near);
    if (!openWindow(ready.window)) return this.refused(ready, copied, post, near);
    if (!(await this.tellOpened(ready, near))) return undefined;
    if (!copied) return this.refused(ready, copied, post, near);
    this.shared(ready.paste ? 'feedPaste' : 'feedOpened', ready, post, near);
  }

  /** Records that the window was opened or the words copied. On failure offers a retry. */
  private async tellOpened(ready: Ready, near: Element): Promise<boolean> {
    const reported = await this.hands.opened(ready.id, Date.now());
    if (!reported.ok) this.failed(reported, near, () => void this.tellOpened(ready, near), 'feedUncounted');
    return reported.ok;
  }

  private async afterCopy(ready: Ready, copied: boolean, post: RawPost, near: Element): Promise<void> {
    if (!copied) return this.refused(ready, copied, post, near);
    if (!(await this.tellOpened(ready, near))) return;
    this.shared('feedCopied', ready, post, near);
  }

  private refused(ready: Ready, copied: boolean, post: RawPost, near: Element): void {
    const words = this.words();
    const again = {
      words: copied ? words.feedOpenAgain : words.feedCopyAgain,
      run: () => void this.deliver(ready, post, near),
    };
    const message = filled(copied ? words.feedPopupRefused : words.feedCopyRefused, {
      network: ready.network,
    });
    const doubt = this.doubt('share', post, near);
    this.strips.show(
      {
        tone: 'warn',
        words: message,
        actions: [again, this.edit(post, near)],
        doubt,
      },
      near,
    );
  }

  /** Shows the result of one click: what was done, undo, and the relation that was used. */
  private shared(key: FeedKey, ready: Ready, post: RawPost, near: Element): void {
    const words = filled(this.words()[key], { network: ready.network });
    const actions = [this.unshare(ready, near), this.edit(post, near)];
    const { related, away } = ready;
    const line = (says: { words: string; change: string }, change: Change) => ({
      words: says.words,
      action: { words: says.change, run: () => void this.change(ready.id, change, post, near) },
    });
    const more = [
      ...(away ? [line(away, { link: away.link })] : []),
      ...(related ? [line(related, { relation: related.changed })] : []),
    ];
    const doubt = this.doubt('share', post, near);
    this.strips.show({ tone: 'done', words, actions, doubt, more }, near);
  }

  /** Repeats the share with the change of the press; the earlier words and window are obsolete. */
  private async change(of: string, change: Change, post: RawPost, near: Element): Promise<void> {
    const again = () => void this.change(of, change, post, near);
    const shared = await this.hands.related(this.hands.newId(), of, post, change, Date.now());
    if (!shared.ok) return this.failed(shared, near, again);
    return this.answered(shared.value, post, near);
  }

  private unshare({ id }: Ready, near: Element): Action {
    const run = async (): Promise<void> => {
      const undone = await this.hands.unshare(id, Date.now());
      if (!undone.ok) return this.failed(undone, near, () => void run());
      this.done('feedTakenBack', '', [], near);
    };
    return { words: this.words().feedUndo, run: () => void run() };
  }

  private edit(post: RawPost, near: Element): Action {
    return { words: this.words().feedEdit, run: () => void this.sheet(post, near) };
  }

  private async keep(post: RawPost, near: Element): Promise<void> {
    const id = this.hands.newId();
    const saved = await this.hands.keep(id, post, Date.now());
    if (!saved.ok) return this.failed(saved, near, () => void this.keep(post, near));
    const words = this.words();
    const { before, id: capture } = saved.value;
    const open = { words: words.feedOpen, run: () => void this.hands.open(`captures/${capture}`) };
    const undo = { words: words.feedUndo, run: () => void this.takeBack(capture, near) };
    const actions = before ? [open] : [open, undo];
    const doubt = this.doubt('keep', post, near);
    this.strips.show({ ...keepWords(saved.value, words), actions, doubt }, near);
  }

  private async takeBack(capture: string, near: Element): Promise<void> {
    const undone = await this.hands.undo(capture, Date.now());
    if (!undone.ok) return this.failed(undone, near, () => void this.takeBack(capture, near));
    this.done('feedTakenBack', '', [], near);
  }

  private async sheet(post: RawPost, near: Element): Promise<void> {
    this.strips.hide();
    const opened = await this.hands.sheet(post, near);
    if (!opened.ok) this.failed(opened, near, () => void this.sheet(post, near));
  }

  /** The press may not have been intended: ask in a window of ours. */
  private async apart(wish: Wish, post: RawPost, near: Element): Promise<void> {
    const opened = await this.hands.apart(wish, post);
    if (!opened.ok) this.failed(opened, near, () => void this.apart(wish, post, near));
  }

  private done(key: FeedKey, network: string, actions: readonly Action[], near: Element): void {
    this.strips.show({ tone: 'done', words: filled(this.words()[key], { network }), actions }, near);
  }

  private warn(key: FeedKey, near: Element): void {
    this.strips.show({ tone: 'warn', words: this.words()[key], actions: [] }, near);
  }

  private failed(
    result: Failure,
    near: Element,
    again: () => void,
    unstored: FeedKey = 'feedUnstored',
  ): void {
    const words = this.words();
    const retry = { words: words.feedTryAgain, run: again };
    const show = (message: string, ...actions: Action[]) =>
      this.strips.show({ tone: 'warn', words: message, actions }, near);
    const stored = result.failure === undefined || result.failure === 'other';
    if (result.gone) show(words.feedGone, { words: words.feedReload, run: () => location.reload() });
    else if (result.failure === 'full' && unstored === 'feedUnstored') {
      const room = { words: words.feedMakeRoom, run: () => void this.hands.open('settings/privacy') };
      show(words.feedFull, room, retry);
    } else {
      const key = stored && unstored === 'feedUnstored' ? 'feedFailed' : unstored;
      show(filled(words[key], { detail: result.detail }), retry);
    }
  }
}
