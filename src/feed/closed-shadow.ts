import { browser } from 'wxt/browser';

/** Firefox has it on the element itself, for extensions' scripts alone. */
type Reachable = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * The shadow of a node of ours. It is closed to the page and stands open to an extension's own scripts alone; it stays
 * clonable, so nobody keeps one for each post. Null also where the extension was replaced under this page. Some 10 µs:
 * for what a person reaches for, not for every post.
 * https://developer.chrome.com/docs/extensions/reference/api/dom
 */
export function shadowOf(host: Reachable): ShadowRoot | null {
  if (host.openOrClosedShadowRoot !== undefined) return host.openOrClosedShadowRoot;
  try {
    return browser.dom.openOrClosedShadowRoot(host);
  } catch {
    return null;
  }
}
