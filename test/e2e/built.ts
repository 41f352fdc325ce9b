import { freshBuild } from '../run/fresh-build.ts';

/** Before the run: the extension as it is now, with its hosts granted, and as a store would get it. */
export function setup(): void {
  freshBuild('e2e');
  freshBuild('production');
}
