import { isClutter } from './tracking-parameters.ts';

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

function pairsOf(query: string, host: string): string[] {
  return query.split('&').filter((pair) => pair !== '' && !isClutter(nameOf(pair), host));
}

/** Spelled as RFC 3986 6.2.2 has it: percent codes in capitals, unreserved characters as they are. */
function spelled(part: string): string {
  // What follows a stray percent sign is left alone: decoded, it would make a code of it (`%%41b` is no `%AB`).
  return part.replace(/(?<!%[\da-f]?)%[\da-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}

/** What servers read alike with and without a percent code, though RFC 3986 leaves it to them. */
function unquoted(part: string): string {
  return spelled(part).replace(/%(?:2[1789AC]|24|3[ABF]|40)/g, (code) => decodeURIComponent(code));
}

/**
 * A fragment names a place on the page, except for a route of a page that draws itself: one with `#!`, or one that begins
 * as a path does (`#/start`). Clutter in a route's own query goes as well.
 */
function routeOf(url: URL): string {
  // Behind `:~:` a text fragment tells the browser what to mark (WICG Scroll to Text Fragment).
  const fragment = url.hash.split(':~:', 1)[0] ?? '';
  if (!/^#[!/]./.test(fragment)) return '';
  const [path = '', query] = fragment.split(/\?(.*)/s, 2);
  const pairs = pairsOf(query ?? '', url.hostname).join('&');
  const route = spelled(`${path}${pairs && '?'}${pairs}`);
  return route.length > 2 ? route : '';
}

function parsed(href: string, base: string | undefined): URL | null {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/**
 * The address by which a page is known: absolute http(s), host in lowercase Punycode without the default port,
 * without user, password, fragment (but for a route) and tracking clutter, percent codes as RFC 3986 6.2.2 has them; the
 * other parameters in their order. Empty where there is none. Applying it again changes nothing.
 */
export function canonicalUrl(href: string, base?: string): string {
  const url = parsed(href, base);
  if (!url) return '';
  const query = spelled(pairsOf(url.search.slice(1), url.hostname).join('&'));
  return `${url.origin}${spelled(url.pathname)}${query && '?'}${query}${routeOf(url)}`;
}

/** The address taken apart as far as it tells pages from one another. */
function pageOf(href: string): { place: string; pairs: string[] } | null {
  const url = parsed(href, undefined);
  if (!url) return null;
  // The same page on a phone, or with the old prefix: not where little would be left of the host.
  const host = url.host.replace(/^(?:www|m|mobile)\.(?=[^.]+\.[^.]+)/, '');
  return {
    place: `${host}${unquoted(url.pathname).replace(/(?<!\/)\/+$/, '')}${unquoted(routeOf(url))}`,
    pairs: pairsOf(url.search.slice(1).replaceAll('+', '%20'), url.hostname).map(unquoted).sort(),
  };
}

/** Whether an address is of a route that the page draws itself, of which the head of the document says nothing. */
export function isRoute(href: string): boolean {
  const url = parsed(href, undefined);
  return url !== null && routeOf(url) !== '';
}

/**
 * Whether two addresses are one page: scheme, `www.` and `m.`, a slash at the end, the order of the parameters,
 * percent codes, fragment and clutter aside. False where either is no http(s) address.
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
  const pairs = new Set(other.pairs);
  return one.pairs.every((pair) => pairs.has(pair));
}
