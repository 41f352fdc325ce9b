import type { Feed } from './feed.ts';
import { isOverheard, PRESSES } from './first-listener.ts';
import type { Mounted, Side } from './mount-buttons.ts';
import type { PairHover } from './pair-hover.ts';
import type { Arrival } from './pointer-origin.ts';

/** What a person wants to do with a post. */
export type Wish = 'share' | 'keep' | 'sheet';

/** A press on one of our buttons, with what is needed to judge whether it was intended. */
export interface Press {
  readonly side: Side;
  /** Time, ms of the page's clock. */
  readonly at: number;
  /** How the pointer got there; `key` without a pointer. */
  readonly by: Arrival | 'key' | null;
}

export type OnWish = (wish: Wish, mounted: Mounted, press: Press) => void;

/** How long a press lasts before it means the sheet, ms. */
const LONG_PRESS = 500;

/** Keys that pass on to the page: moving focus is the browser's job. */
const PASSING = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * Handles events at the window (see first-listener.ts), once for the page instead of on every pair. Events on
 * our buttons stop here, because the card around is a link on most sites. Only trusted events count, so that a
 * page cannot press for the person.
 */
export function pressing(
  feed: Feed,
  arrivals: PairHover,
  onWish: OnWish,
  signal: AbortSignal,
): (event: Event) => void {
  let longPress: ReturnType<typeof setTimeout> | undefined;
  let swallow = false;
  let down: Mounted | undefined;

  const wish = (kind: Wish, mounted: Mounted, side: Side, event: Event) => {
    if (!event.isTrusted) return;
    onWish(kind, mounted, { side, at: event.timeStamp, by: isByKey(event) ? 'key' : arrivals.now });
  };

  const onShare = (event: Event, mounted: Mounted) => {
    if (isMainPress(event)) {
      swallow = false;
      clearTimeout(longPress);
      longPress = setTimeout(() => {
        swallow = true;
        wish('sheet', mounted, 'share', event);
      }, LONG_PRESS);
    } else if (event.type === 'contextmenu') {
      event.preventDefault();
      clearTimeout(longPress);
      wish('sheet', mounted, 'share', event);
    } else if (event.type === 'keydown' && isSheetKey(event)) {
      event.preventDefault();
      wish('sheet', mounted, 'share', event);
    } else if (event.type === 'click') {
      clearTimeout(longPress);
      if (!swallow) wish(isModified(event) ? 'sheet' : 'share', mounted, 'share', event);
      swallow = false;
    }
  };

  /** If the page removes a post under the pressing finger, no click follows: act on the release here. */
  const follow = (event: Event, mounted: Mounted | undefined) => {
    if (isMainPress(event)) down = mounted;
    if (event.type !== 'pointerup' && event.type !== 'pointercancel') return;
    // Released anywhere, or taken over by scrolling: no long press.
    clearTimeout(longPress);
    if (down && event.type === 'pointerup' && !down.root.isConnected) wish('share', down, 'share', event);
    down = undefined;
  };

  signal.addEventListener('abort', () => clearTimeout(longPress), { once: true });

  const answer = (event: Event, mounted: Mounted) => {
    const side = feed.sideOf(mounted, event);
    if (side && event.type === 'mousedown') focus(event, mounted[side]);
    if (side === 'share') onShare(event, mounted);
    else if (event.type === 'click' && side === 'keep') wish('keep', mounted, 'keep', event);
  };

  return (event) => {
    const mounted = feed.mountedOf(event.target);
    if (event.isTrusted) follow(event, mounted);
    if (!mounted || !PRESSED.has(event.type) || isPassing(event)) return;
    event.stopImmediatePropagation();
    // A card that is a link would be followed, or opened in a tab.
    if (event.type === 'click' || event.type === 'auxclick') event.preventDefault();
    if (event.isTrusted) answer(event, mounted);
  };
}

const PRESSED = new Set<string>(PRESSES);
const isPassing = (event: Event) => event instanceof KeyboardEvent && PASSING.has(event.key);

/** The pointer meets the host, which takes no focus: move focus to the pressed button and not to the page's card. */
function focus(event: Event, button: HTMLElement): void {
  event.preventDefault();
  if (!isOverheard()) button.focus({ preventScroll: true });
}

/** By keyboard or a screen reader: without a pointer. */
export const isByKey = (event: Event): boolean =>
  event instanceof KeyboardEvent ||
  (event instanceof MouseEvent && event.type === 'click' && event.detail === 0);

const isMainPress = (event: Event) =>
  event instanceof PointerEvent && event.type === 'pointerdown' && event.isTrusted && event.button === 0;

const isModified = (event: Event) => event instanceof MouseEvent && (event.shiftKey || event.altKey);

/** The keyboard's second way to the sheet, as for a menu button. */
function isSheetKey(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false;
  return event.key === 'ArrowDown' || (event.key === 'Enter' && event.shiftKey);
}
