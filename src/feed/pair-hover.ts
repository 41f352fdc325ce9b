import type { Feed } from './feed.ts';
import type { Mounted, Side } from './mount-buttons.ts';
import { Approach, type Arrival } from './pointer-origin.ts';

/** What tells that somebody reaches for a pair, or leaves it. */
export const ARRIVING = ['pointerover', 'pointermove', 'pointerout', 'focusin', 'focusout'] as const;

/** Hears of somebody who reaches for a pair, or for its other button. `side`: the one meant; null where they left it. */
export type OnReach = (mounted: Mounted, side: Side | null, by: 'pointer' | 'focus') => void;

/** Follows pointer and focus over the pairs of a page, by what the browser says alone: a page's own events say nothing. */
export class Arrivals {
  private readonly approach = new Approach();
  private over: Mounted | null = null;
  private side: Side | null = null;
  private readonly feed: Feed;
  private readonly onReach: OnReach;

  constructor(feed: Feed, onReach: OnReach) {
    this.feed = feed;
    this.onReach = onReach;
  }

  /** How the pointer came to the pair that it lies on. */
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
