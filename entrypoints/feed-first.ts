import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beFirst } from '../src/feed/first-listener.ts';

/** Registered for Firefox alone, before any script of the page: see what it is good for there. */
export default defineUnlistedScript(() => beFirst());
