/** The hub side of every capability, one line each. */
export { captureHub } from './capture/hub/capture-hub.ts';
export { libraryHub } from './library/hub/library-hub.ts';
export { linkHub } from './link/hub/link-hub.ts';
export { resultsHub } from './results/hub/results-hub.ts';
export { shareHub } from './share/hub/share-hub.ts';
export { teamHub } from './team/hub/team-hub.ts';
