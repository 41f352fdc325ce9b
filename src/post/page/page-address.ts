import { canonicalUrl, isPageOf, isRoute, samePage } from '../canonical.ts';
import { type Meta, metaIn } from './meta.ts';
import { isSameThing } from './same-address.ts';
import { address } from './values.ts';

/** Where the page is, and what its head says of where it is. */
export interface Place {
  readonly href: string;
  /** Whether the document was loaded at this address, so that nothing says it has navigated in place since. */
  readonly loadedHere: boolean;
  /** Loaded here, and known to have gone nowhere else since: what the head says is of this page, by whatever address. */
  readonly unmoved: boolean;
  readonly canonical: string;
  readonly ogUrl: string;
  /** Other addresses of this very page, as its head gives them. */
  readonly aliases: readonly string[];
}

/** How the document came to be where it is. */
export interface Whereabouts {
  /** Where the page is now. */
  readonly href: string;
  /** Where the document was loaded (the `navigation` entry of performance): another page after going on in place. */
  readonly loadedHref: string;
  /** All addresses that this document has had in the tab's history; absent where the browser does not tell. */
  readonly visited?: readonly string[];
}

export function placeOf(doc: Document, meta: Meta, { href, loadedHref, visited }: Whereabouts): Place {
  const link = doc.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  const loadedHere = samePage(href, loadedHref);
  // The head of a page that draws its routes itself is of none of them.
  const unmoved =
    loadedHere && !isRoute(href) && (visited?.every((address) => samePage(address, href)) ?? false);
  const [canonical, ogUrl] = [address(link, href), address(metaIn(meta, 'og:url', 'twitter:url'), href)];
  const isAlias = (url: string) =>
    url !== '' && !isRoot(url) && (unmoved || (loadedHere && !isRoute(href) && isSameThing(url, href)));
  return { href, loadedHere, unmoved, canonical, ogUrl, aliases: [canonical, ogUrl].filter(isAlias) };
}

const hostOf = (url: string) => new URL(url).host;

/** Whether an address is the front page of its site. */
export const isRoot = (url: string) =>
  /^\/(?:index\.\w+)?$/.test(new URL(url).pathname) && !new URL(url).search;

/**
 * Whether data that names this address is of the page we are on. A view of a page may name the page without its
 * parameters, and a page may go by another name that its head gives, unless the document has moved on since it was
 * loaded: then only the very address counts.
 */
export function isOfPage(declared: string, place: Place): boolean {
  if (!place.loadedHere) return samePage(declared, place.href);
  return isPageOf(declared, place.href) || place.aliases.some((alias) => samePage(declared, alias));
}

/** The addresses in the head that can tell. One on another host cannot come from moving within this one. */
function telling(place: Place): string[] {
  const named = [place.canonical, place.ogUrl].filter(Boolean);
  return place.loadedHere
    ? named.filter((url) => hostOf(url) === hostOf(place.href) || isOfPage(url, place))
    : named;
}

/**
 * Whether what the head says without an address of its own is of this page. Going on to another page in place
 * leaves the head of the first one behind (YouTube and many others): after it, every address has to agree, and
 * where there is none nothing is believed. Nothing but such a move denies a head.
 */
export function headIsCurrent(place: Place, others: readonly string[]): boolean {
  if (place.unmoved) return true;
  const named = telling(place);
  if (!place.loadedHere) return named.length > 0 && named.every((url) => isOfPage(url, place));
  const all = named.length > 0 ? named : others;
  return all.length === 0 || all.some((url) => isOfPage(url, place));
}

/**
 * The address to know the page by: its own canonical one where that is of this page and host, under another name only
 * where both addresses name one thing.
 */
export function addressOf(place: Place): string {
  const own = (url: string) =>
    isPageOf(url, place.href) || (place.aliases.includes(url) && isSameThing(url, place.href));
  const isOwn = (url: string) => (place.loadedHere ? own(url) : samePage(url, place.href));
  const found = canonicalUrl([place.canonical, place.ogUrl].find((url) => url && isOwn(url)) ?? place.href);
  // A canonical link that was never moved to https names the same page by the worse address.
  return place.href.startsWith('https:') ? found.replace(/^http:/, 'https:') : found;
}
