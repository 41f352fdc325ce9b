import type { RawPost } from '../../post/post.ts';
import { groundOf } from '../../ui/page-ground.ts';
import { isCutOff } from '../../workspace/ask.ts';
import type { Answered } from '../../workspace/envelope.ts';
import { FrameHost, type Hearing } from './frame-host.ts';
import type { FromFrame } from './port-messages.ts';
import { newToken } from './token.ts';

/** Longest wait for the sheet in the page before it opens in a window, ms. */
const WITHIN = 100;
/** How long an unused preloaded frame stays, ms. */
const UNUSED = 60_000;
/** How often to check whether the extension was removed under an open sheet, ms. */
const LOOKS = 1000;

/** What opening the sheet needs from the background. */
export interface Background {
  opening(token: string): Promise<Answered<boolean>>;
  apart(post: RawPost): Promise<Answered<boolean>>;
}

/** Our frame in the page, as this overlay uses it. */
export type Holder = Pick<FrameHost, 'show' | 'say' | 'remove' | 'isClear' | 'holdsFocus' | 'hasFocus'>;

/** A sheet that is opening or open. */
interface Opening {
  readonly post: RawPost;
  readonly near: Element;
  readonly opened: (answered: Answered<boolean>) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const OPENED = { ok: true, value: true } as const;

/**
 * Opens the sheet over a foreign page: in our frame, else in a window. `framed`: false for a page that could
 * detect the frame.
 */
export class SheetOverlay {
  private readonly background: Background;
  private readonly signal: AbortSignal;
  private readonly build: (token: string, hearing: Hearing) => Holder;
  private framed: boolean;
  private holder: Holder | null = null;
  private isReady = false;
  /** A press already waited for this frame in vain. */
  private wasLate = false;
  private opening: Opening | null = null;
  private unused: ReturnType<typeof setTimeout> | undefined;

  constructor(
    background: Background,
    signal: AbortSignal,
    framed = true,
    build: (token: string, hearing: Hearing) => Holder = (token, hearing) => new FrameHost(token, hearing),
  ) {
    this.background = background;
    this.signal = signal;
    this.framed = framed;
    this.build = build;
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** Preloads the frame when somebody is about to need it. */
  prepare(): void {
    clearTimeout(this.unused);
    this.unused = setTimeout(() => this.opening || this.drop(), UNUSED);
    if (this.holder || !this.framed || this.signal.aborted || isCutOff()) return;
    const token = newToken();
    void this.background.opening(token);
    this.isReady = false;
    const mine: Holder = this.build(token, {
      heard: (message) => this.holder === mine && this.heard(message),
      lost: () => this.holder === mine && this.lost(true),
    });
    this.holder = mine;
  }

  /**
   * Opens the sheet for a post after a press on `near`, which gets the focus back. Resolves once the person
   * sees it.
   */
  open(post: RawPost, near: Element): Promise<Answered<boolean>> {
    if (this.opening) this.close();
    if (isCutOff())
      return Promise.resolve({ ok: false, reason: 'gone', detail: 'the extension was replaced' });
    if (!this.framed) return this.background.apart(post);
    this.prepare();
    return new Promise((opened) => {
      const timer = setTimeout(() => this.late(), WITHIN);
      this.opening = { post, near, opened, timer };
      this.show();
    });
  }

  private show(): void {
    if (!this.opening || !this.isReady) return;
    const { post, near } = this.opening;
    this.holder?.show({ say: 'show', post, ground: groundOf(near) });
  }

  private heard(message: FromFrame['say']): void {
    if (message === 'ready') {
      this.isReady = true;
      this.show();
    } else if (message === 'here') this.here();
    else if (message === 'close') this.close();
    else if (message === 'unseen') this.lost(true);
    else if (message === 'clear') this.holder?.say({ say: 'clear', clear: this.holder.isClear });
    // A page that takes the focus from our frame would hear what is typed next.
    else if (message === 'left' && !this.holder?.holdsFocus) this.lost(true);
  }

  private here(): void {
    const { opening } = this;
    if (!opening) return;
    clearTimeout(opening.timer);
    // Drawn, but hidden by the page.
    if (!this.holder?.isClear) {
      this.lost(true);
      return;
    }
    opening.opened(OPENED);
    const look = () => {
      if (this.opening !== opening) return;
      if (isCutOff()) this.close();
      else opening.timer = setTimeout(look, LOOKS);
    };
    opening.timer = setTimeout(look, LOOKS);
  }

  /**
   * The frame is late: opens a window instead. A frame that still loads stays once for the next press, which it
   * then answers at once; where it is late again it is dropped, as it may never load.
   */
  private late(): void {
    const { opening } = this;
    if (!opening || this.isReady || this.wasLate) {
      this.lost(false);
      return;
    }
    this.wasLate = true;
    this.opening = null;
    void this.background.apart(opening.post).then(opening.opened);
  }

  /**
   * The frame is late, or the page (`meddling`) removed or covered it: opens a window instead, and from then on
   * at once on such a page.
   */
  private lost(meddling: boolean): void {
    const { opening } = this;
    const hadFocus = this.holder?.hasFocus ?? false;
    this.drop();
    if (!opening) return;
    if (meddling) this.framed = false;
    clearTimeout(opening.timer);
    this.opening = null;
    // A removed modal dialog that had the focus leaves it nowhere. The window gives it back to this page.
    if (hadFocus) focusAgain(opening.near);
    void this.background.apart(opening.post).then(opening.opened);
  }

  private close(): void {
    const { opening } = this;
    if (opening) clearTimeout(opening.timer);
    this.opening = null;
    this.drop();
    if (opening) focusAgain(opening.near);
  }

  private drop(): void {
    clearTimeout(this.unused);
    this.holder?.remove();
    this.holder = null;
    this.isReady = false;
    this.wasLate = false;
  }
}

function focusAgain(near: Element): void {
  if (near instanceof HTMLElement && near.isConnected) near.focus({ preventScroll: true });
}
