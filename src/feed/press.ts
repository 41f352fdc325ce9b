import type { Feed } from './feed.ts';
import type { Mounted } from './mount.ts';

/** What a person asked for, at which post. */
export type Wish = 'share' | 'keep' | 'sheet';

/** How long a press is held to mean the sheet, ms. */
const LONG_PRESS = 500;

/** Everything a page could take for a press on its own card. */
const CONTAINED = [
  'pointerdown',
  'pointerup',
  'pointercancel',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
] as const;

/** Keys that leave the button for the page: moving the focus is the browser's, not the page's. */
const PASSING = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * Listens once for the whole page instead of on every pair. Capturing at the window, an event on our buttons
 * goes no further: the card around us is a link on most sites. Only trusted events count, so that a page cannot
 * press for the person.
 */
export function listen(
  feed: Feed,
  onWish: (wish: Wish, mounted: Mounted) => void,
  signal: AbortSignal,
): void {
  let held: ReturnType<typeof setTimeout> | undefined;
  let swallow = false;
  let down: Mounted | undefined;

  const wish = (kind: Wish, mounted: Mounted, event: globalThis.Event) => {
    if (event.isTrusted) onWish(kind, mounted);
  };

  const onShare = (event: globalThis.Event, mounted: Mounted) => {
    if (isMainPress(event)) {
      swallow = false;
      clearTimeout(held);
      held = setTimeout(() => {
        swallow = true;
        onWish('sheet', mounted);
      }, LONG_PRESS);
    } else if (event.type === 'contextmenu') {
      event.preventDefault();
      clearTimeout(held);
      wish('sheet', mounted, event);
    } else if (event.type === 'keydown' && isSheetKey(event)) {
      event.preventDefault();
      wish('sheet', mounted, event);
    } else if (event.type === 'click') {
      clearTimeout(held);
      if (!swallow) wish(isModified(event) ? 'sheet' : 'share', mounted, event);
      swallow = false;
    }
  };

  /** A post that the page takes away under the pressing finger never gets its click: the press is answered here. */
  const follow = (event: globalThis.Event, mounted: Mounted | undefined) => {
    if (isMainPress(event)) down = mounted;
    if (event.type !== 'pointerup' && event.type !== 'pointercancel') return;
    // Let go, wherever it is, or taken by the browser to scroll: no longer held.
    clearTimeout(held);
    if (down && event.type === 'pointerup' && !down.root.isConnected) wish('share', down, event);
    down = undefined;
  };

  const handle = (event: globalThis.Event) => {
    const mounted = feed.mountedOf(event.target);
    follow(event, mounted);
    if (!mounted) return;
    if (event instanceof KeyboardEvent && PASSING.has(event.key)) return;
    event.stopImmediatePropagation();
    // Where the whole card is a link, a press inside would follow it, or open it in a tab of its own.
    if (event.type === 'click' || event.type === 'auxclick') event.preventDefault();
    const path = event.composedPath();
    if (path.includes(mounted.share)) onShare(event, mounted);
    else if (event.type === 'click' && path.includes(mounted.keep)) wish('keep', mounted, event);
  };

  for (const type of CONTAINED) window.addEventListener(type, handle, { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(held), { once: true });
}

const isMainPress = (event: globalThis.Event) =>
  event instanceof PointerEvent && event.type === 'pointerdown' && event.isTrusted && event.button === 0;

const isModified = (event: globalThis.Event) =>
  event instanceof MouseEvent && (event.shiftKey || event.altKey);

/** The second way in by keyboard: as a menu button opens. */
function isSheetKey(event: globalThis.Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false;
  return event.key === 'ArrowDown' || (event.key === 'Enter' && event.shiftKey);
}
