import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acting } from './feed.content/acting.ts';

/** Loaded into a page's frame when a person first reaches for a pair there: a feed only scrolled past goes without. */
export default defineUnlistedScript(() => {
  globalThis.musubiActing = acting;
});
