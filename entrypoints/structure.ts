import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportOf } from '../src/feed/structure-report.ts';
import { SITES } from '../src/sites/sites.ts';

/** Describes one post of the page it is run in, once, by its structure alone, to whoever ran it. */
export default defineUnlistedScript(() => reportOf(SITES));
