import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Pointed, readPointed, WHOLE_PAGE } from '../src/post/page/read-pointed.ts';
import { selectedText } from '../src/post/selected-text.ts';

/** Set right before by the caller, in this isolated world. */
declare global {
  var musubiPointed: Pointed | undefined;
}

/** Every address of this document in the tab's history, where the Navigation API exists. */
function visited(): { visited?: string[] } {
  if (!('navigation' in globalThis)) return {};
  const own = navigation.entries().filter((entry) => entry.sameDocument);
  return { visited: own.map(({ url }) => url ?? '') };
}

/** Reads what was pointed at in its page, once, and returns it to the caller. */
export default defineUnlistedScript(() => {
  const pointed = globalThis.musubiPointed ?? WHOLE_PAGE;
  globalThis.musubiPointed = undefined;
  const [loaded] = performance.getEntriesByType('navigation');
  return readPointed(document, pointed, {
    href: location.href,
    loadedHref: loaded?.name ?? location.href,
    ...visited(),
    selection: selectedText(document),
  });
});
