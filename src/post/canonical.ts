import { isClutter } from './clutter.ts';

/** Name of a query parameter, decoded for comparing. */
function nameOf(pair: string): string {
  const name = (pair.split('=', 1)[0] ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    // A stray % is legal in a query and means itself.
    return name.toLowerCase();
  }
}

function pairsOf(url: URL): string[] {
  return url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isClutter(nameOf(pair)));
}

/** A fragment names a place on the page, except for one with `#!`, which older sites show their pages by. */
function hashbangOf(url: URL): string {
  // Behind `:~:` a text fragment tells the browser what to mark (WICG Scroll to Text Fragment).
  const fragment = url.hash.split(':~:', 1)[0] ?? '';
  return fragment.startsWith('#!') && fragment.length > 2 ? fragment : '';
}

function parsed(href: string, base: string | undefined): URL | null {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/**
 * The address by which a page is known: absolute http(s), host in lowercase Punycode without the default port,
 * without user, password, fragment (but for a hashbang) and tracking clutter; the other parameters in their order
 * and spelling. Empty where there is none. Applying it again changes nothing.
 */
export function canonicalUrl(href: string, base?: string): string {
  const url = parsed(href, base);
  if (!url) return '';
  const query = pairsOf(url).join('&');
  return `${url.origin}${url.pathname}${query && '?'}${query}${hashbangOf(url)}`;
}

/** The address taken apart as far as it tells pages from one another. */
function pageOf(href: string): { place: string; pairs: string[] } | null {
  const url = parsed(href, undefined);
  if (!url) return null;
  // The same page on a phone, or with the old prefix: not where little would be left of the host.
  const host = url.host.replace(/^(?:www|m|mobile)\.(?=[^.]+\.[^.]+)/, '');
  return {
    place: `${host}${url.pathname.replace(/\/+$/, '')}${hashbangOf(url)}`,
    pairs: pairsOf(url).sort(),
  };
}

/**
 * Whether two addresses are one page: scheme, `www.` and `m.`, a slash at the end, the order of the parameters,
 * fragment and clutter aside. False where either is no http(s) address.
 */
export function samePage(a: string, b: string): boolean {
  return isPageOf(a, b) && isPageOf(b, a);
}

/**
 * Whether `declared` (a canonical link, say) may be the address of the page at `href`: the same page, or the same
 * with fewer parameters, since sites leave out those that choose a view of it.
 */
export function isPageOf(declared: string, href: string): boolean {
  const [one, other] = [pageOf(declared), pageOf(href)];
  if (!one || !other || one.place !== other.place) return false;
  return one.pairs.every((pair) => other.pairs.includes(pair));
}
