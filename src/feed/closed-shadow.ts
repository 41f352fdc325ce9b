import { browser } from 'wxt/browser';

/** Firefox has it on the element itself, for extension scripts only. */
type Reachable = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * The shadow root of one of our nodes. It is closed to the page and open to extension scripts; it can be looked
 * up again, so nobody stores one for each post. Null where the extension was replaced under this page. About 10
 * µs: for a node that a person reaches for, not for every post.
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
