import { bluesky } from './bluesky.ts';
import { mastodon } from './mastodon.ts';
import type { Recipe } from './recipe.ts';
import { reddit } from './reddit.ts';
import { x } from './x.ts';

/** Every site we know, in the order a person is asked about them. */
export const SITES: readonly Recipe[] = [x, bluesky, mastodon, reddit];

const bare = (host: string) => host.replace(/^www\./, '');

/** The recipe for a page: by its host, else by what the page is made of. Null where we know none. */
export function recipeFor(host: string, page: ParentNode): Recipe | null {
  const named = SITES.find((site) => site.hosts.includes(bare(host)));
  return (
    named ??
    SITES.find((site) => site.hosts.length === 0 && site.page && page.querySelector(site.page)) ??
    null
  );
}
