import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openSheet } from '../src/share/views/sheet/mount.tsx';

/** Brings the sheet into a page on its first use. Loading it twice changes nothing: the first one stays. */
export default defineUnlistedScript(() => {
  globalThis.musubiOpenSheet ??= openSheet;
});
