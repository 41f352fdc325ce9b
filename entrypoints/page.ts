import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Pointed, readPointed, WHOLE_PAGE } from '../src/post/page/read-pointed.ts';
import { selectedText } from '../src/post/selected-text.ts';

/** Set right before by whoever runs this script, in this isolated world. */
declare global {
  var musubiPointed: Pointed | undefined;
}

/** Every address this document has had in the tab's history, where the browser has the Navigation API. */
function visited(): { visited?: string[] } {
  if (!('navigation' in globalThis)) return {};
  const own = navigation.entries().filter((entry) => entry.sameDocument);
  return { visited: own.map(({ url }) => url ?? '') };
}

/** Reads what was pointed at in the page it is run in, once, and hands the reading back to whoever ran it. */
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
