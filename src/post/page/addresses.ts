import { canonicalUrl, isPageOf, samePage } from '../canonical.ts';
import { type Meta, metaIn } from './meta.ts';
import { address } from './values.ts';

/** Where the page is, and what its head says of where it is. */
export interface Place {
  readonly href: string;
  /** Whether the document was loaded at this address, so that nothing says it has navigated in place since. */
  readonly loadedHere: boolean;
  readonly canonical: string;
  readonly ogUrl: string;
}

export function placeOf(doc: Document, meta: Meta, href: string, loadedHref: string): Place {
  const link = doc.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  return {
    href,
    loadedHere: samePage(href, loadedHref),
    canonical: address(link, href),
    ogUrl: address(metaIn(meta, 'og:url', 'twitter:url'), href),
  };
}

const hostOf = (url: string) => new URL(url).host;

/**
 * Whether data that names this address is of the page we are on. A view of a page may name the page without its
 * parameters, unless the document has moved on since it was loaded: then only the very address counts.
 */
export function isOfPage(declared: string, place: Place): boolean {
  return place.loadedHere ? isPageOf(declared, place.href) : samePage(declared, place.href);
}

/** The addresses in the head that can tell. One on another host cannot come from moving within this one. */
function telling(place: Place): string[] {
  const told = [place.canonical, place.ogUrl].filter(Boolean);
  return place.loadedHere
    ? told.filter((url) => hostOf(url) === hostOf(place.href) || isOfPage(url, place))
    : told;
}

/**
 * Whether what the head says without an address of its own is of this page. Going on to another page in place
 * leaves the head of the first one behind (YouTube and many others): after it, every address has to agree, and
 * where there is none nothing is believed.
 */
export function headIsCurrent(place: Place, others: readonly string[]): boolean {
  const told = telling(place);
  const all = told.length > 0 ? told : others;
  if (!place.loadedHere) return told.length > 0 && told.every((url) => isOfPage(url, place));
  return all.length === 0 || all.some((url) => isOfPage(url, place));
}

/** The address to know the page by: its own canonical one where that is of this page and host. */
export function addressOf(place: Place): string {
  const said = [place.canonical, place.ogUrl].find((url) => url && isOfPage(url, place));
  const found = canonicalUrl(said ?? place.href);
  // A canonical link that was never moved to https names the same page by the worse address.
  return place.href.startsWith('https:') ? found.replace(/^http:/, 'https:') : found;
}
