import { canonicalUrl, isPageOf, isRoute, samePage } from '../canonical.ts';
import { type Meta, metaIn } from './meta.ts';
import { isSameThing } from './same-address.ts';
import { address } from './values.ts';

/** Where the page is, and what its head says about that. */
export interface Place {
  readonly href: string;
  /** Whether the document was loaded at this address, without in-place navigation since. */
  readonly loadedHere: boolean;
  /** Loaded here and known not to have navigated: the head belongs to this page under any address. */
  readonly unmoved: boolean;
  readonly canonical: string;
  readonly ogUrl: string;
  /** Other addresses of this page, from its head. */
  readonly aliases: readonly string[];
}

/** History of the document. */
export interface DocumentHistory {
  /** The page's present address. */
  readonly href: string;
  /**
   * Where the document was loaded (the `navigation` performance entry): a different page after in-place
   * navigation.
   */
  readonly loadedHref: string;
  /** All addresses of this document in the tab's history; absent where the browser does not tell. */
  readonly visited?: readonly string[];
}

export function placeOf(doc: Document, meta: Meta, { href, loadedHref, visited }: DocumentHistory): Place {
  const link = doc.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  const loadedHere = samePage(href, loadedHref);
  // The head of a single-page app describes none of its routes.
  const unmoved =
    loadedHere && !isRoute(href) && (visited?.every((address) => samePage(address, href)) ?? false);
  const [canonical, ogUrl] = [address(link, href), address(metaIn(meta, 'og:url', 'twitter:url'), href)];
  const isAlias = (url: string) =>
    url !== '' && !isRoot(url) && (unmoved || (loadedHere && !isRoute(href) && isSameThing(url, href)));
  return { href, loadedHere, unmoved, canonical, ogUrl, aliases: [canonical, ogUrl].filter(isAlias) };
}

const hostOf = (url: string) => new URL(url).host;

/** Whether an address is a site's home page. */
export const isRoot = (url: string) =>
  /^\/(?:index\.\w+)?$/.test(new URL(url).pathname) && !new URL(url).search;

/**
 * Whether data with this address belongs to the present page. A view may name the page without its parameters,
 * and a page may have an alias in its head, unless the document has navigated since it was loaded: then only
 * the exact address counts.
 */
export function isOfPage(declared: string, place: Place): boolean {
  if (!place.loadedHere) return samePage(declared, place.href);
  return isPageOf(declared, place.href) || place.aliases.some((alias) => samePage(declared, alias));
}

/** Addresses in the head that are evidence. In-place navigation cannot change the host, so others prove nothing. */
function telling(place: Place): string[] {
  const named = [place.canonical, place.ogUrl].filter(Boolean);
  return place.loadedHere
    ? named.filter((url) => hostOf(url) === hostOf(place.href) || isOfPage(url, place))
    : named;
}

/**
 * Whether head data without an address belongs to this page. In-place navigation leaves the first page's head
 * behind (YouTube and many others): after it, every address must agree, and without any the head is not
 * trusted. Only such a navigation invalidates a head.
 */
export function headIsCurrent(place: Place, others: readonly string[]): boolean {
  if (place.unmoved) return true;
  const named = telling(place);
  if (!place.loadedHere) return named.length > 0 && named.every((url) => isOfPage(url, place));
  const all = named.length > 0 ? named : others;
  return all.length === 0 || all.some((url) => isOfPage(url, place));
}

/**
 * The page's address: its canonical one where that is for this page and host; an alias only where both
 * addresses identify the same thing.
 */
export function addressOf(place: Place): string {
  const own = (url: string) =>
    isPageOf(url, place.href) || (place.aliases.includes(url) && isSameThing(url, place.href));
  const isOwn = (url: string) => (place.loadedHere ? own(url) : samePage(url, place.href));
  const found = canonicalUrl([place.canonical, place.ogUrl].find((url) => url && isOwn(url)) ?? place.href);
  // A canonical link with http on an https page is the same page.
  return place.href.startsWith('https:') ? found.replace(/^http:/, 'https:') : found;
}
