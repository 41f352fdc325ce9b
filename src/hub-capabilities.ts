/** The hub side of every capability, one line each. */
export { libraryHub } from './library/hub/library-hub.ts';
export { linkHub } from './link/hub/link-hub.ts';
export { resultsHub } from './results/hub/results-hub.ts';
export { teamHub } from './team/hub/team-hub.ts';
