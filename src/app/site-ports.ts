import { addedHosts } from '../feed/register-scripts.ts';
import { normaliseInstance } from '../share/channels/instance.ts';
import { SITES } from '../sites/sites.ts';

/** What the list of sites needs from sites, feed and share. */
export const sitePorts = { sites: SITES, readAdded: addedHosts, hostOf: normaliseInstance };
