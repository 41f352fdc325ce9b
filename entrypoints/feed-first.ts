import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenFirst } from '../src/feed/first-listener.ts';

/** Only for Firefox, before any script of the page: see `listenFirst`. */
export default defineUnlistedScript(() => listenFirst());
