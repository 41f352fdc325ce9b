/** Events that the sheet itself does not listen to: their default actions do all of its work. */
const SILENT = [
  ...[
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'compositionstart',
    'compositionupdate',
    'compositionend',
  ],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'wheel', 'contextmenu', 'auxclick'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'focus', 'focusin', 'focusout', 'blur'],
] as const;
/** Events that the sheet's own controls answer. */
const OURS = [
  ...['click', 'dblclick', 'input', 'change', 'submit', 'select', 'toggle', 'cancel', 'close'],
  ...['copy', 'cut', 'paste', 'dragstart', 'dragover', 'dragend', 'drop', 'scroll'],
] as const;

/**
 * Keeps what happens in the sheet from the page. The silent ones are stopped at the window in the capture phase,
 * before any listener on the document: a site's "n" for a new post must not answer to typing. Stopping an event
 * does not stop its default action, so typing, Tab and pressing still work. The others are stopped on their way
 * up, at the host. What is left to a page are its own capture listeners on the window, which are first in line.
 *
 * `heard` is called for each silent event of the sheet, in that listener, with the innermost node it happened on.
 */
export function contain(
  host: HTMLElement,
  heard: (event: Event, at: EventTarget) => void,
  signal: AbortSignal,
): void {
  const silence = (event: Event) => {
    const path = event.composedPath();
    if (!path.includes(host)) return;
    event.stopImmediatePropagation();
    heard(event, path[0] ?? host);
  };
  for (const type of SILENT) window.addEventListener(type, silence, { capture: true, passive: true, signal });
  for (const type of OURS) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}
