import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportOf } from '../src/feed/structure-report.ts';
import { SITES } from '../src/sites/sites.ts';

/** Describes one post of its page by structure only, once, for the caller. */
export default defineUnlistedScript(() => reportOf(SITES));
