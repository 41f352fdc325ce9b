import { FLOATING, MARK } from './own-markers.ts';

/** Everything a page could take for a press on its own card. */
export const PRESSES = [
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

/** What happens to whatever has the focus, however deep inside. */
const FOCUSED = ['focus', 'focusin', 'blur', 'focusout'] as const;
const FIRST = new Set<string>([...PRESSES, ...FOCUSED]);

type Hear = (event: Event) => void;

declare global {
  /** Who hears what the first at the window hears. Set in this isolated world by the script before the page's own. */
  var musubiFirst: Set<Hear> | undefined;
}

const isOurs = (target: EventTarget | null) =>
  target instanceof Element && (target.hasAttribute(MARK) || target.hasAttribute(FLOATING));

/**
 * Firefox hands a page's listeners the innermost node of an event (`originalTarget`), through closed roots too. The
 * pointer meets nothing inside of ours, but the focus does: so there we are first at the window, and a page hears
 * nothing of what happens in the focus within ours.
 */
export function beFirst(): void {
  const hearers = new Set<Hear>();
  globalThis.musubiFirst = hearers;
  const handle = (event: Event) => {
    for (const hearer of hearers) hearer(event);
    if (isOurs(event.target)) event.stopImmediatePropagation();
  };
  for (const type of FIRST) window.addEventListener(type, handle, { capture: true });
}

/** Whether a page here learns of the inside of closed roots, since it was there before us. */
export const isOverheard = (): boolean =>
  'originalTarget' in Event.prototype && globalThis.musubiFirst === undefined;

/** Hears these events of the whole page until the signal aborts, as the first where we are. */
export function hear(types: readonly string[], handle: Hear, signal: AbortSignal): void {
  const hearers = globalThis.musubiFirst;
  const late = hearers ? types.filter((type) => !FIRST.has(type)) : types;
  for (const type of late) window.addEventListener(type, handle, { capture: true, signal });
  if (!hearers) return;
  const wanted = new Set(types);
  const hearer = (event: Event) => {
    if (wanted.has(event.type)) handle(event);
  };
  hearers.add(hearer);
  signal.addEventListener('abort', () => hearers.delete(hearer), { once: true });
}
