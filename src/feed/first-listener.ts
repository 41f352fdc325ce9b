import { FLOATING, MARK } from './own-markers.ts';

/** Every event that a page could take for a press on its own card. */
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

/** Focus events, however deep inside. */
const FOCUSED = ['focus', 'focusin', 'blur', 'focusout'] as const;
const FIRST = new Set<string>([...PRESSES, ...FOCUSED]);

type Hear = (event: Event) => void;

declare global {
  /**
   * Handlers of the first listener at the window. Set in this isolated world by the script that runs before the
   * page's own.
   */
  var musubiFirst: Set<Hear> | undefined;
}

const isOurs = (target: EventTarget | null) =>
  target instanceof Element && (target.hasAttribute(MARK) || target.hasAttribute(FLOATING));

/**
 * Firefox exposes the innermost node of an event (`originalTarget`) to the page, through closed roots too. The
 * pointer meets nothing inside our nodes, but focus does. So in Firefox we listen first at the window, and hide
 * focus events within our nodes from the page.
 */
export function listenFirst(): void {
  const hearers = new Set<Hear>();
  globalThis.musubiFirst = hearers;
  const handle = (event: Event) => {
    for (const hearer of hearers) hearer(event);
    if (isOurs(event.target)) event.stopImmediatePropagation();
  };
  for (const type of FIRST) window.addEventListener(type, handle, { capture: true });
}

/** Whether a page can see into closed roots, since its scripts ran before ours. */
export const isOverheard = (): boolean =>
  'originalTarget' in Event.prototype && globalThis.musubiFirst === undefined;

/** Listens to these events of the page until the signal aborts, first where possible. */
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
