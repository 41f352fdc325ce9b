import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { type Address, addressIn, forwardedAddress } from './address.ts';

/** A range of addresses (CIDR): the first one, and how many of its bits are fixed. */
export type Range = readonly [first: Address, bits: number];

/** The trusted proxies in front of the hub: how many a request passes, or their addresses. */
export type Proxies = { readonly hops: number } | { readonly ranges: readonly Range[] };

const MOST_HOPS = 32;
/** How much of a list of addresses is read, characters from its end: anybody can have written its beginning. */
const MOST = 2000;

/** Parses the setting: a number of proxies, or addresses and ranges separated by commas or spaces. Null if it is neither. */
export function proxiesIn(text: string): Proxies | null {
  if (/^\d+$/.test(text)) return Number(text) <= MOST_HOPS ? { hops: Number(text) } : null;
  const ranges = text.split(/[,\s]/).filter(Boolean).map(rangeIn);
  return ranges.length > 0 && ranges.every((range) => range !== null) ? { ranges } : null;
}

function rangeIn(text: string): Range | null {
  const [written = '', bits, ...rest] = text.split('/');
  const first = addressIn(written);
  if (!first || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  const all = first.kind() === 'ipv4' ? 32 : 128;
  // `::ffff:10.0.0.0/104` is `10.0.0.0/8`.
  const mapped = all === 32 && written.includes(':') ? 96 : 0;
  const counted = bits === undefined ? all : Number(bits) - mapped;
  return counted >= 0 && counted <= all ? [first, counted] : null;
}

const isWithin = (address: Address, [first, bits]: Range) =>
  address.kind() === first.kind() && address.match(first, bits);

/** Whether the quotation mark at a position is escaped: an odd number of backslashes precedes it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

/**
 * Splits a list at a separator outside of quotes. It is read from its end, which our own proxy wrote, so that quotes that a
 * client opened before that and never closed cannot swallow it.
 */
function parted(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [to, isQuoted] = [text.length, false];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const one = text[at];
    if (one === '"' && !isEscaped(text, at)) isQuoted = !isQuoted;
    else if (one === sign && !isQuoted) {
      parts.push(text.slice(at + 1, to));
      to = at;
    }
  }
  return [...parts, text.slice(0, to)].reverse();
}

/** The end of a long list, from its first whole part on. */
function endOf(text: string): string {
  return text.length <= MOST ? text : text.slice(text.indexOf(',', text.length - MOST) + 1);
}

/** The `for` of each proxy in a `Forwarded` header (RFC 7239), the nearest last. */
function forwardedFor(header: string): string[] {
  return parted(endOf(header), ',').flatMap((element) => {
    if (element.trim() === '') return [];
    const named = parted(element, ';').map((pair) => /^\s*for\s*=(.*)$/is.exec(pair)?.[1]);
    return [named.find((value) => value !== undefined)?.trim() ?? ''];
  });
}

/** The lists of addresses that proxies write. */
type ListName = 'x-forwarded-for' | 'forwarded';

/** The addresses in a list, the nearest last; null if the request has no such header. */
function chainIn({ headers }: Pick<IncomingMessage, 'headers'>, name: ListName): string[] | null {
  const list = headers[name]?.toString();
  if (list === undefined) return null;
  if (name === 'forwarded') return forwardedFor(list);
  return endOf(list)
    .split(',')
    .filter((one) => one.trim() !== '');
}

/**
 * Learns which of the two headers the trusted proxies do not write: one that was missing from a request of theirs. Clients
 * cannot remove what the proxies add, so a header that was once missing is not theirs, and anybody may have written it.
 */
export class MissingLists {
  private readonly names = new Set<ListName>();

  note(present: ListName, absent: ListName): ListName {
    this.names.add(absent);
    return present;
  }

  /** The header that the proxies write; null if unknown, or if some write one and some the other. */
  written(): ListName | null {
    if (this.names.size !== 1) return null;
    return this.names.has('forwarded') ? 'x-forwarded-for' : 'forwarded';
  }
}

type ProxiedRequest = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** Follows a list from the connection's address back as long as the address is a trusted proxy's. */
function followed(chain: readonly string[], line: Address | null, proxies: Proxies): Address | null {
  let at = line;
  for (let passed = 0; passed < chain.length && isProxy(proxies, at, passed); passed += 1) {
    const next = forwardedAddress(chain.at(-1 - passed) ?? '');
    if (!next) break;
    at = next;
  }
  return at;
}

/**
 * The client's address: that of the connection, or behind trusted proxies the one that they report. If they do not know or
 * hide it, the nearest proxy counts. Empty if the connection has no address. If both headers are present, the one that the
 * proxies are known to write counts; as long as that is unknown or mixed, both have to agree, else the connection counts.
 */
export function sourceOf(
  request: ProxiedRequest,
  proxies: Proxies | undefined,
  missing = new MissingLists(),
): string {
  const { remoteAddress = '' } = request.socket;
  if (!proxies && isIP(remoteAddress) === 4) return remoteAddress;
  const line = addressIn(remoteAddress);
  const source = proxies && isProxy(proxies, line, 0) ? behind(request, { line, proxies, missing }) : line;
  return source?.toString() ?? '';
}

interface Behind {
  readonly line: Address | null;
  readonly proxies: Proxies;
  readonly missing: MissingLists;
}

function behind(request: ProxiedRequest, { line, proxies, missing }: Behind): Address | null {
  const chains = {
    'x-forwarded-for': chainIn(request, 'x-forwarded-for'),
    forwarded: chainIn(request, 'forwarded'),
  };
  const source = (name: ListName) => followed(chains[name] ?? [], line, proxies);
  if (!chains['x-forwarded-for'] && !chains.forwarded) return line;
  if (!chains.forwarded) return source(missing.note('x-forwarded-for', 'forwarded'));
  if (!chains['x-forwarded-for']) return source(missing.note('forwarded', 'x-forwarded-for'));
  const written = missing.written();
  if (written) return source(written);
  const [one, other] = [source('x-forwarded-for'), source('forwarded')];
  return one?.toString() === other?.toString() ? one : line;
}

/** Whether the hop at that address, behind so many others, is a trusted proxy. A connection without an address is local. */
function isProxy(proxies: Proxies, at: Address | null, passed: number): boolean {
  if ('hops' in proxies) return passed < proxies.hops;
  return at === null ? passed === 0 : proxies.ranges.some((range) => isWithin(at, range));
}

/** Whether a connection comes from a trusted proxy, and so carries requests of many people. */
export function isFromProxy(remote: string | undefined, proxies: Proxies | undefined): boolean {
  return proxies !== undefined && isProxy(proxies, addressIn(remote ?? ''), 0);
}

/** Fast path: canonical IPv4 addresses that are not this machine's. */
const ELSEWHERE = /^(?!127\.)[1-9]\d{0,2}\.[\d.]+$/;

/** Whether an address is this machine's own. */
export const isThisMachine = (address: string): boolean =>
  address === '' || (!ELSEWHERE.test(address) && addressIn(address)?.range() === 'loopback');
