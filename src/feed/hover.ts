import type { Feed } from './feed.ts';
import type { Mounted } from './mount.ts';

/** How long the pointer or the focus rests on the knot before more is offered, ms. */
const REST = 700;

/**
 * Calls back when a person rests on the knot: the visible way to the sheet beside the long press. Two passive
 * listeners for the whole page; nothing is read but whose node it was.
 */
export function whenResting(feed: Feed, onRest: (mounted: Mounted) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handle = (event: globalThis.Event) => {
    clearTimeout(timer);
    const mounted = feed.mountedOf(event.target);
    if (!mounted || !event.isTrusted || !event.composedPath().includes(mounted.share)) return;
    if (event.type === 'focusin' && !mounted.share.matches(':focus-visible')) return;
    timer = setTimeout(() => onRest(mounted), REST);
  };
  const stop = () => clearTimeout(timer);
  for (const type of ['pointerover', 'focusin']) {
    window.addEventListener(type, handle, { capture: true, passive: true, signal });
  }
  for (const type of ['pointerdown', 'keydown', 'scroll']) {
    window.addEventListener(type, stop, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', stop, { once: true });
}
