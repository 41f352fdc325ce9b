import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { type Address, addressIn, forwardedAddress } from './address.ts';

/** A range of addresses: where it begins, and how many bits of it count. */
export type Range = readonly [first: Address, bits: number];

/** The proxies of one's own that stand before the hub: how many a request comes through, or where they are. */
export type Proxies = { readonly hops: number } | { readonly ranges: readonly Range[] };

const MOST_HOPS = 32;
/** What of a list of addresses is looked at, characters from its end: who wrote the beginning is anybody. */
const MOST = 2000;

/** Reads a setting: a number of proxies, or addresses and ranges with commas or spaces between. Null where it is neither. */
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

/** The parts of a list, by a sign that separates them where it does not stand in quotes. */
function parted(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (isQuoted && one === '\\') at += 1;
    else if (one === '"') isQuoted = !isQuoted;
    else if (one === sign && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** The end of a list, without the part that is cut in two. */
function endOf(text: string): string {
  return text.length <= MOST ? text : text.slice(text.indexOf(',', text.length - MOST) + 1);
}

/** For whom each proxy asked, by RFC 7239, the nearest last. */
function forwardedFor(header: string): string[] {
  return parted(endOf(header), ',').flatMap((element) => {
    if (element.trim() === '') return [];
    const named = parted(element, ';').map((pair) => /^\s*for\s*=(.*)$/is.exec(pair)?.[1]);
    return [named.find((value) => value !== undefined)?.trim() ?? ''];
  });
}

/**
 * The addresses that a request is said to come through, the nearest last. `X-Forwarded-For` before `Forwarded`: a proxy that
 * writes the one lets anybody's other one through.
 */
function chainOf({ headers }: Pick<IncomingMessage, 'headers'>): string[] {
  const list = headers['x-forwarded-for'];
  if (list !== undefined)
    return endOf(list.toString())
      .split(',')
      .filter((one) => one.trim() !== '');
  return headers.forwarded === undefined ? [] : forwardedFor(headers.forwarded);
}

/**
 * Where a request comes from: the address of the line, and behind proxies of one's own what the last of them says. What they
 * do not know, or hide, is counted for the proxy next to it. Empty where a line has no address.
 */
export function sourceOf(
  request: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  proxies: Proxies | undefined,
): string {
  const { remoteAddress = '' } = request.socket;
  if (!proxies && isIP(remoteAddress) === 4) return remoteAddress;
  let at = addressIn(remoteAddress);
  const chain = proxies ? chainOf(request) : [];
  for (let passed = 0; proxies && passed < chain.length && isProxy(proxies, at, passed); passed += 1) {
    const next = forwardedAddress(chain.at(-1 - passed) ?? '');
    if (!next) break;
    at = next;
  }
  return at?.toString() ?? '';
}

/** Whether who stands there, behind so many others, is a proxy of one's own. A line without an address is of this machine. */
function isProxy(proxies: Proxies, at: Address | null, passed: number): boolean {
  if ('hops' in proxies) return passed < proxies.hops;
  return at === null ? passed === 0 : proxies.ranges.some((range) => isWithin(at, range));
}

/** Whether a line comes from a proxy of one's own, on which many people's requests follow each other. */
export function isFromProxy(remote: string | undefined, proxies: Proxies | undefined): boolean {
  return proxies !== undefined && isProxy(proxies, addressIn(remote ?? ''), 0);
}

/** Whether an address is this machine's own. */
export const isThisMachine = (address: string): boolean =>
  address === '' || addressIn(address)?.range() === 'loopback';
