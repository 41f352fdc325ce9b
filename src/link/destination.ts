/** The longest target of a redirect, characters. */
const MOST = 2000;

/** The hosts that links may lead to, with their subdomains; an empty `allow` means any but those of `block`. */
export interface Hosts {
  readonly allow: readonly string[];
  readonly block: readonly string[];
}

export const ANY: Hosts = { allow: [], block: [] };

export type Destination =
  | { readonly ok: true; readonly url: string; readonly host: string }
  | { readonly ok: false; readonly reason: 'form' | 'scheme' | 'host' | 'loop' };

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/**
 * Characters that no address of a page has: controls, spaces and backslashes, which browsers drop or turn into slashes while
 * other programs do not (URL Standard 4.4), and characters that change the direction of text.
 */
const CONFUSING = /[\0- \x7f-\x9f\\\u2028-\u202e\u2066-\u2069\ufff0-\uffff]/;
/** People read the host, so invisible characters and the blanks of other scripts are refused there. */
const UNSEEN = /[\xa0\u00ad\u061c\u180e\u200b-\u200f\u202f\u205f-\u206f\u3000\ufeff]/;
/** Scheme, host and port; the rest is percent-encoded and may have words of any script. */
const FRONT = /^https?:\/\/[^/?#]+/i;

/** A domain name with a dot and a non-numeric top level: neither an IP address in any spelling nor a bare local name. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * Checks a link's target and answers with it as it goes into the `Location` header: ASCII only, so that nothing in it can end
 * the header. Refused are other schemes, credentials, IP addresses, names without a dot, the hub itself, and hosts that the
 * team does not allow. `own`: hosts of the hub.
 */
export function destinationOf(
  text: string,
  hosts: Hosts = ANY,
  own: ReadonlySet<string> = new Set(),
): Destination {
  if (text.length > MOST || CONFUSING.test(text) || !text.isWellFormed())
    return { ok: false, reason: 'form' };
  if (UNSEEN.test(FRONT.exec(text)?.[0] ?? '')) return { ok: false, reason: 'form' };
  // The slashes are required: programs disagree whether `https:example.com` is relative.
  if (!/^https?:\/\/[^/?#]/i.test(text)) return { ok: false, reason: 'scheme' };
  if (!URL.canParse(text)) return { ok: false, reason: 'form' };
  const url = new URL(text);
  const name = url.hostname.replace(/\.$/, '');
  if (url.username || url.password || /^https?:\/\/[^/?#]*@/i.test(text))
    return { ok: false, reason: 'form' };
  if (own.has(url.port ? `${name}:${url.port}` : name)) return { ok: false, reason: 'loop' };
  const { allow, block } = hosts;
  const isAllowed = allow.length === 0 ? NAME.test(name) : allow.some((domain) => isWithin(name, domain));
  if (!isAllowed || block.some((domain) => isWithin(name, domain))) return { ok: false, reason: 'host' };
  return url.href.length > MOST ? { ok: false, reason: 'form' } : { ok: true, url: url.href, host: name };
}
