import type { Recipe } from '../sites/recipe.ts';

const bare = (host: string) => host.replace(/^www\./, '');

/** The recipe for a page: by host, else by a selector that the page matches. Null for an unknown page. */
export function recipeFor(sites: readonly Recipe[], host: string, page: ParentNode): Recipe | null {
  const named = sites.find((site) => site.hosts.includes(bare(host)));
  if (named) return named;
  return sites.find((site) => site.hosts.length === 0 && site.page && page.querySelector(site.page)) ?? null;
}
