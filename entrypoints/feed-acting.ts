import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acting } from '../src/app/feed/acting.ts';

/** Loaded when a person first reaches for a pair: a feed that is only scrolled past goes without. */
export default defineUnlistedScript(() => {
  globalThis.musubiActing = acting;
});
