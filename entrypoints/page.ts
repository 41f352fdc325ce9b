import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../src/post/page/page.ts';

/** Reads the page it is run in, once, and hands the reading back to whoever ran it. */
export default defineUnlistedScript(() => {
  const [loaded] = performance.getEntriesByType('navigation');
  return readPage(document, {
    href: location.href,
    loadedHref: loaded?.name ?? location.href,
    selection: String(getSelection() ?? ''),
  });
});
