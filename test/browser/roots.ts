/** How roots were asked for, the newest last. A clone is made without asking. */
export const askedRoots: ShadowRootInit[] = [];
const attach = Element.prototype.attachShadow;

/**
 * These tests run as a page does, with no extension's access to closed roots: here they stand open, and what was asked is
 * known. End to end they stay closed.
 */
export function openRoots(): void {
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    askedRoots.push(init);
    return attach.call(this, { ...init, mode: 'open' });
  };
}
