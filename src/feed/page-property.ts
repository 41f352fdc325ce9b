/** Longest value taken, in UTF-16 units. */
const LONGEST = 300;

/**
 * Asks the bridge in the page's world what an element holds by a name of the recipe; empty where it says nothing or
 * is not there. An event runs across worlds before `dispatchEvent` returns. A page may answer in the bridge's stead,
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
