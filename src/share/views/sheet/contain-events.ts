/** Events that the sheet does not handle itself; their default actions do all the work. */
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
/** Events that the sheet's controls handle. */
const OURS = [
  ...['click', 'dblclick', 'input', 'change', 'submit', 'select', 'toggle', 'cancel', 'close'],
  ...['copy', 'cut', 'paste', 'dragstart', 'dragover', 'dragend', 'drop', 'scroll'],
] as const;

/**
 * Hides events in the sheet from the page. Those in SILENT stop at the window in the capture phase, before any
 * listener on the document: a site's "n" shortcut must not react to typing. Default actions still happen, so
 * typing, Tab and pressing work. The others stop at the host while bubbling. Only capture listeners of the page
 * on the window, which come first, still see them.
 *
 * `heard` is called for each silent event, with its innermost node.
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
