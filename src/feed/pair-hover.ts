import type { Feed } from './feed.ts';
import type { Mounted, Side } from './mount-buttons.ts';
import { type Arrival, PointerTracker } from './pointer-origin.ts';

/** Events of reaching for a pair or leaving it. */
export const ARRIVING = ['pointerover', 'pointermove', 'pointerout', 'focusin', 'focusout'] as const;

/** Called when somebody reaches for a pair or for its other button. `side`: the button; null on leaving. */
export type OnReach = (mounted: Mounted, side: Side | null, by: 'pointer' | 'focus') => void;

/** Tracks pointer and focus over the pairs, by trusted events only: a page can make up its own. */
export class PairHover {
  private readonly approach = new PointerTracker();
  private over: Mounted | null = null;
  private side: Side | null = null;
  private readonly feed: Feed;
  private readonly onReach: OnReach;

  constructor(feed: Feed, onReach: OnReach) {
    this.feed = feed;
    this.onReach = onReach;
  }

  /** How the pointer got onto its present pair. */
  get now(): Arrival | null {
    return this.approach.now;
  }

  handle(event: Event): void {
    if (!event.isTrusted) return;
    const mounted = this.feed.mountedOf(event.target);
    if (event instanceof PointerEvent) this.point(event, mounted);
    else if (mounted && event instanceof FocusEvent) this.focus(event, mounted);
  }

  private focus({ type }: FocusEvent, mounted: Mounted): void {
    this.onReach(mounted, type === 'focusin' ? this.feed.sideOf(mounted, null) : null, 'focus');
  }

  private point(event: PointerEvent, mounted: Mounted | undefined): void {
    this.approach.follow(event, mounted?.host);
    const over = event.type === 'pointerout' ? null : (mounted ?? null);
    const side = over && this.feed.sideOf(over, event);
    const before = this.over;
    if (over === before && side === this.side) return;
    this.over = over;
    this.side = side;
    if (before && before !== over) this.onReach(before, null, 'pointer');
    if (over) this.onReach(over, side, 'pointer');
  }
}
