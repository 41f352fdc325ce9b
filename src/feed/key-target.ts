import { shadowOf } from './closed-shadow.ts';

/** The focused element in an element's shadow root, where we can see into it. */
const within = (element: Element) =>
  (element.shadowRoot ?? (element instanceof HTMLElement ? shadowOf(element) : null))?.activeElement ?? null;

/** Whether the focus, in whatever root, came by keyboard. */
function isTabbed(element: Element): boolean {
  const inner = within(element);
  return inner ? isTabbed(inner) : element.matches(':focus-visible');
}

/**
 * The post that a shortcut pressed now is meant for, according to `isPost`: in keyboard focus, else under the
 * pointer, else in focus by a click. Determined when the key is pressed, so that nothing tracks the pointer.
 */
export function shortcutTarget(isPost: (element: Element) => boolean): Element | null {
  const focus = document.activeElement;
  const hovered = [...document.querySelectorAll(':hover')].at(-1) ?? null;
  const tabbed = focus && isTabbed(focus) ? focus : null;
  return [tabbed, hovered, focus].find((element) => element !== null && isPost(element)) ?? null;
}
