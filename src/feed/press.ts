import type { Feed } from './feed.ts';
import { isOverheard, PRESSES } from './first-listener.ts';
import type { Mounted, Side } from './mount-buttons.ts';
import type { Arrivals } from './pair-hover.ts';
import type { Arrival } from './pointer-origin.ts';

/** What a person asked for, at which post. */
export type Wish = 'share' | 'keep' | 'sheet';

/** A press on one of our buttons, as far as one has to know whether it was meant. */
export interface Press {
  readonly side: Side;
  /** When, ms of the page's clock. */
  readonly at: number;
  /** How the pointer came there; `key` where there was none. */
  readonly by: Arrival | 'key' | null;
}

export type OnWish = (wish: Wish, mounted: Mounted, press: Press) => void;

/** How long a press is held to mean the sheet, ms. */
const LONG_PRESS = 500;

/** Keys that leave the button for the page: moving the focus is the browser's, not the page's. */
const PASSING = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * Answers what is heard at the window (see first.ts), once for the whole page instead of on every pair. An event on our
 * buttons goes no further: the card around us is a link on most sites. Only trusted events count, so that a page cannot
 * press for the person.
 */
export function pressing(
  feed: Feed,
  arrivals: Arrivals,
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

  /** A post that the page takes away under the pressing finger never gets its click: the press is answered here. */
  const follow = (event: Event, mounted: Mounted | undefined) => {
    if (isMainPress(event)) down = mounted;
    if (event.type !== 'pointerup' && event.type !== 'pointercancel') return;
    // Let go, wherever it is, or taken by the browser to scroll: no longer held.
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
    // Where the whole card is a link, a press inside would follow it, or open it in a tab of its own.
    if (event.type === 'click' || event.type === 'auxclick') event.preventDefault();
    if (event.isTrusted) answer(event, mounted);
  };
}

const PRESSED = new Set<string>(PRESSES);
const isPassing = (event: Event) => event instanceof KeyboardEvent && PASSING.has(event.key);

/** The pointer meets the host, which takes no focus: it goes where a press on a button has it go, and not to the page's card. */
function focus(event: Event, button: HTMLElement): void {
  event.preventDefault();
  if (!isOverheard()) button.focus({ preventScroll: true });
}

/** By a key, or by what reads the screen: no pointer lies anywhere. */
export const isByKey = (event: Event): boolean =>
  event instanceof KeyboardEvent ||
  (event instanceof MouseEvent && event.type === 'click' && event.detail === 0);

const isMainPress = (event: Event) =>
  event instanceof PointerEvent && event.type === 'pointerdown' && event.isTrusted && event.button === 0;

const isModified = (event: Event) => event instanceof MouseEvent && (event.shiftKey || event.altKey);

/** The second way in by keyboard: as a menu button opens. */
function isSheetKey(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false;
  return event.key === 'ArrowDown' || (event.key === 'Enter' && event.shiftKey);
}
