import { shadowOf } from './closed-shadow.ts';

/** What has the focus in the shadow of an element, if it has one that we can see into. */
const within = (element: Element) =>
  (element.shadowRoot ?? (element instanceof HTMLElement ? shadowOf(element) : null))?.activeElement ?? null;

/** Whether the focus, in whatever shadow it is, came by keyboard. */
function isTabbed(element: Element): boolean {
  const inner = within(element);
  return inner ? isTabbed(inner) : element.matches(':focus-visible');
}

/**
 * The element that a key pressed now is meant for, as far as `isPost` knows it: in keyboard focus, else under the
 * pointer, else in focus by a click. Asked in the moment of the key, so that nothing listens to the pointer.
 */
export function elementHere(isPost: (element: Element) => boolean): Element | null {
  const focus = document.activeElement;
  const hovered = [...document.querySelectorAll(':hover')].at(-1) ?? null;
  const tabbed = focus && isTabbed(focus) ? focus : null;
  return [tabbed, hovered, focus].find((element) => element !== null && isPost(element)) ?? null;
}
