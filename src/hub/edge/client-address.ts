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

/** Whether the quotation mark at a place is one of the text in quotes: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

/**
 * The parts of a list, by a sign that separates them where it does not stand in quotes. Read from its end, which one's own
 * proxy wrote: quotes that somebody opened before that and never closed hold nothing of it.
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

/** The lists of addresses that proxies write. */
type ListName = 'x-forwarded-for' | 'forwarded';

/** The addresses that a list names, the nearest last; null where the request has no such list. */
function chainIn({ headers }: Pick<IncomingMessage, 'headers'>, name: ListName): string[] | null {
  const list = headers[name]?.toString();
  if (list === undefined) return null;
  if (name === 'forwarded') return forwardedFor(list);
  return endOf(list)
    .split(',')
    .filter((one) => one.trim() !== '');
}

/**
 * Which of the lists the proxies do not write: one that a request of theirs came without. Nobody behind them can leave out
 * what they add, so that a list of that name is what anybody wrote.
 */
export class MissingLists {
  private readonly names = new Set<ListName>();

  note(present: ListName, absent: ListName): ListName {
    this.names.add(absent);
    return present;
  }

  /** The one of both that the proxies write; null where that is not known, or some write the one and some the other. */
  written(): ListName | null {
    if (this.names.size !== 1) return null;
    return this.names.has('forwarded') ? 'x-forwarded-for' : 'forwarded';
  }
}

type Sent = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** How far a list is believed, from the address of the line on. */
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
 * Where a request comes from: the address of the line, and behind proxies of one's own what the last of them says. What they
 * do not know, or hide, is counted for the proxy next to it. Empty where a line has no address. With both lists, that counts
 * which the proxies are known to write; until then, and where some write the one and some the other, they have to agree.
 */
export function sourceOf(request: Sent, proxies: Proxies | undefined, missing = new MissingLists()): string {
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

function behind(request: Sent, { line, proxies, missing }: Behind): Address | null {
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

/** Whether who stands there, behind so many others, is a proxy of one's own. A line without an address is of this machine. */
function isProxy(proxies: Proxies, at: Address | null, passed: number): boolean {
  if ('hops' in proxies) return passed < proxies.hops;
  return at === null ? passed === 0 : proxies.ranges.some((range) => isWithin(at, range));
}

/** Whether a line comes from a proxy of one's own, on which many people's requests follow each other. */
export function isFromProxy(remote: string | undefined, proxies: Proxies | undefined): boolean {
  return proxies !== undefined && isProxy(proxies, addressIn(remote ?? ''), 0);
}

/** The first numbers of IPv4 addresses that are of other machines, in the form that most come in. */
const ELSEWHERE = /^(?!127\.)[1-9]\d{0,2}\.[\d.]+$/;

/** Whether an address is this machine's own. */
export const isThisMachine = (address: string): boolean =>
  address === '' || (!ELSEWHERE.test(address) && addressIn(address)?.range() === 'loopback');
