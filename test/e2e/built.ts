import { freshBuild, freshWeb } from '../run/fresh-build.ts';

/** Before the run: the extension as it is now, with its hosts granted, as a store would get it, and the companion for the web. */
export async function setup(): Promise<void> {
  await freshBuild('e2e');
  await freshBuild('production');
  await freshWeb();
}
