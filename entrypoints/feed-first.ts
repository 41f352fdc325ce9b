import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beFirst } from '../src/feed/first-listener.ts';

/** Only for Firefox, before any script of the page: see `beFirst`. */
export default defineUnlistedScript(() => beFirst());
