import type { HubCapability } from './hub/capability.ts';
import { libraryHub } from './library/hub/library-hub.ts';
import { linkHub } from './link/hub/link-hub.ts';
import { resultsHub } from './results/hub/results-hub.ts';
import { teamHub } from './team/hub/team-hub.ts';

/** The hub side of every capability, each behind those whose services it takes. */
export const HUB_CAPABILITIES: readonly HubCapability[] = [teamHub, linkHub, libraryHub, resultsHub];
