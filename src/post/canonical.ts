import { isClutter } from './tracking-parameters.ts';

/** Decoded name of a query parameter, for comparison. */
function nameOf(pair: string): string {
  const name = (pair.split('=', 1)[0] ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    // A stray % is legal in a query and stands for itself.
    return name.toLowerCase();
  }
}

function pairsOf(query: string, host: string): string[] {
  return query.split('&').filter((pair) => pair !== '' && !isClutter(nameOf(pair), host));
}

/** Normalises by RFC 3986 6.2.2: uppercase percent codes, unreserved characters decoded. */
function spelled(part: string): string {
  // Does not decode after a stray percent sign, which would create a code (`%%41b` is not `%AB`).
  return part.replace(/(?<!%[\da-f]?)%[\da-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}

/** Decodes what servers treat alike, although RFC 3986 leaves it open. */
function unquoted(part: string): string {
  return spelled(part).replace(/%(?:2[1789AC]|24|3[ABF]|40)/g, (code) => decodeURIComponent(code));
}

/**
 * Drops fragments, except routes of single-page apps: those with `#!` or that begin like a path (`#/start`).
 * Tracking parameters in a route's own query are dropped too.
 */
function routeOf(url: URL): string {
  // `:~:` starts a text fragment for the browser (WICG Scroll to Text Fragment).
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
 * A page's canonical address: absolute http(s), lowercase Punycode host without default port, without user,
 * password, fragment (except routes) and tracking parameters, percent codes as in RFC 3986 6.2.2; other
 * parameters in their order. Empty where invalid. Idempotent.
 */
export function canonicalUrl(href: string, base?: string): string {
  const url = parsed(href, base);
  if (!url) return '';
  const query = spelled(pairsOf(url.search.slice(1), url.hostname).join('&'));
  return `${url.origin}${spelled(url.pathname)}${query && '?'}${query}${routeOf(url)}`;
}

/** The parts of an address that distinguish pages. */
function pageOf(href: string): { place: string; pairs: string[] } | null {
  const url = parsed(href, undefined);
  if (!url) return null;
  // Mobile and `www.` hosts are the same page, unless little of the host would remain.
  const host = url.host.replace(/^(?:www|m|mobile)\.(?=[^.]+\.[^.]+)/, '');
  return {
    place: `${host}${unquoted(url.pathname).replace(/(?<!\/)\/+$/, '')}${unquoted(routeOf(url))}`,
    pairs: pairsOf(url.search.slice(1).replaceAll('+', '%20'), url.hostname).map(unquoted).sort(),
  };
}

/** Whether an address is a route of a single-page app, which the document's head does not describe. */
export function isRoute(href: string): boolean {
  const url = parsed(href, undefined);
  return url !== null && routeOf(url) !== '';
}

/**
 * Whether two addresses are the same page, ignoring scheme, `www.` and `m.`, a final slash, order of
 * parameters, percent codes, fragment and tracking. False where either is invalid.
 */
export function samePage(a: string, b: string): boolean {
  return isPageOf(a, b) && isPageOf(b, a);
}

/**
 * Whether `declared` (e.g. a canonical link) can be the address of the page at `href`: the same page, possibly
 * with fewer parameters, since sites omit those that select a view.
 */
export function isPageOf(declared: string, href: string): boolean {
  const [one, other] = [pageOf(declared), pageOf(href)];
  if (!one || !other || one.place !== other.place) return false;
  const pairs = new Set(other.pairs);
  return one.pairs.every((pair) => pairs.has(pair));
}
