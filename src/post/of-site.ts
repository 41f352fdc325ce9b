/** The host of an address; empty where it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/** A site by its recipe's id, any other page by its host: as the sums of days name them. */
export const siteOf = ({ site, place }: { site: string; place: string }): string =>
  site === 'page' ? place : site;

/** Whether a post is of a site: its key begins with the site's id, or is the page's address. */
export const isOfSite = (post: string, site: string): boolean =>
  post.startsWith(`${site}:`) || hostOf(post) === site;
