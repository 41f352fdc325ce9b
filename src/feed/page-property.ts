/** Longest value read, in UTF-16 units. */
const LONGEST = 300;

/**
 * Asks the bridge in the page's world for an element's property by its name in the recipe; empty where there is
 * none. Events run across worlds before `dispatchEvent` returns. A page may answer instead of the bridge, just
 * as it may write any attribute: it then lies about its own post. The last answer counts (see bridge.ts).
 */
export function pageProperty(element: Element, name: string): string {
  let value = '';
  const hear = (event: Event) => {
    event.stopImmediatePropagation();
    if (event instanceof CustomEvent && typeof event.detail === 'string' && event.detail !== '')
      value = event.detail.slice(0, LONGEST);
  };
  element.addEventListener('musubi:told', hear);
  element.dispatchEvent(new CustomEvent('musubi:ask', { detail: name }));
  element.removeEventListener('musubi:told', hear);
  return value;
}
