/** Longest address that is redirected to, characters. */
const MOST = 2000;

/** Which hosts a team lets links lead to: `allow` empty means any but those of `block`. With their subdomains. */
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
 * What no address of a page holds: controls, spaces and backslashes, which browsers drop or turn into slashes while
 * others do not (URL Standard 4.4), and characters that run backwards.
 */
const CONFUSING = /[\0- \x7f-\x9f\\\u2028-\u202e\u2066-\u2069\ufff0-\uffff]/;
/** A host is read by people, so it has no blanks of other scripts and nothing without a width either. */
const UNSEEN = /[\xa0\u00ad\u061c\u180e\u200b-\u200f\u202f\u205f-\u206f\u3000\ufeff]/;
/** Scheme, port and host; what stands behind them is percent-encoded, as words of many scripts need it. */
const FRONT = /^https?:\/\/[^/?#]+/i;

/** A name with a dot and a top level that is no number: no address of a machine, however it is spelled, and no bare name. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * The address that a link may lead to, spelled as it goes into the answer: ASCII alone, so that nothing in it can end a
 * header. Refused are other schemes, users and passwords before the host, machines' numbers, names that need no dot,
 * the hub itself, and what the team does not let its links lead to. `own`: hosts of the hub.
 */
export function destinationOf(
  text: string,
  hosts: Hosts = ANY,
  own: ReadonlySet<string> = new Set(),
): Destination {
  if (text.length > MOST || CONFUSING.test(text) || !text.isWellFormed())
    return { ok: false, reason: 'form' };
  if (UNSEEN.test(FRONT.exec(text)?.[0] ?? '')) return { ok: false, reason: 'form' };
  // With its slashes: `https:example.com` is relative to some and a host to others.
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
