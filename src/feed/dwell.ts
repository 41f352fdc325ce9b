import type { Mounted } from './mount-buttons.ts';
import type { OnReach } from './pair-hover.ts';

/** How long the pointer or focus rests on the knot before the sheet is offered, ms. */
const REST = 700;

/**
 * Calls back when a person rests on the knot: a visible way to the sheet beside the long press. Takes reach
 * events from outside; needs one passive listener besides.
 */
export function whenDwelling(onRest: (mounted: Mounted) => void, signal: AbortSignal): OnReach {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let on: Mounted | null = null;
  const stop = () => clearTimeout(timer);
  const stopBy = ({ isTrusted }: Event) => {
    if (isTrusted) stop();
  };
  for (const type of ['pointerdown', 'keydown', 'scroll']) {
    window.addEventListener(type, stopBy, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', stop, { once: true });
  return (mounted, side, by) => {
    if (on === mounted && side === 'share') return;
    stop();
    on = side === 'share' ? mounted : null;
    if (!on || (by === 'focus' && !mounted.share.matches(':focus-visible'))) return;
    timer = setTimeout(() => onRest(mounted), REST);
  };
}
