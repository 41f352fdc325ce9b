import { isIP } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

export type Address = IPv4 | IPv6;

/** The longest text that can be an address with its zone and port. */
const MOST = 100;

/** IPv6 forms that stand for an IPv4 address: mapped, translated, and by the prefix of NAT64 (RFC 6052). */
const CARRIES_IPV4: readonly string[] = ['ipv4Mapped', 'rfc6145', 'rfc6052'];

/** A dotted quad. Leading zeros are read as decimal here, where C libraries read `007` as octal. */
const QUAD = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

function quadOf(text: string): IPv4 | null {
  if (!QUAD.test(text)) return null;
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? new ipaddr.IPv4(octets) : null;
}

function sixOf(text: string): IPv6 | null {
  const at = text.lastIndexOf(':') + 1;
  const tail = text.includes('.') ? quadOf(text.slice(at)) : null;
  const plain = (tail ? `${text.slice(0, at)}${tail.toString()}` : text).replace(/%.*$/s, '');
  return isIP(plain) === 6 ? ipaddr.IPv6.parse(plain) : null;
}

/** Parses an address; an IPv6 form that carries an IPv4 address becomes that one. Null if the text is none. */
export function addressIn(text: string): Address | null {
  if (text.length > MOST) return null;
  const quad = quadOf(text);
  if (quad) return quad;
  const six = sixOf(text);
  return six && CARRIES_IPV4.includes(six.range()) ? new ipaddr.IPv4(six.toByteArray().slice(-4)) : six;
}

/**
 * Parses an address as proxies write it: in quotes, in brackets, with a port. Null for `unknown`, for obfuscated identifiers
 * (RFC 7239), and for anything else.
 */
export function forwardedAddress(written: string): Address | null {
  if (written.length > MOST) return null;
  const text = written
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim();
  const inBrackets = /^\[([^\]]*)\](?::[\w.-]*)?$/.exec(text)?.[1];
  if (inBrackets !== undefined) return addressIn(inBrackets);
  const withPort = /^([\d.]+):[\w.-]*$/.exec(text)?.[1];
  if (withPort !== undefined) return addressIn(withPort);
  // Eight groups and a port behind them, without brackets.
  return addressIn(text) ?? addressIn(text.replace(/^((?:[\da-f]{1,4}:){7}[\da-f]{1,4}):\d{1,5}$/i, '$1'));
}

/** The networks of an address that count as one client and as its neighbourhood; both empty if it is no address. */
export interface Network {
  readonly own: string;
  readonly near: string;
}

const NOWHERE: Network = { own: '', near: '' };

/**
 * The key for every limit by origin: an IPv4 address, or the /64 network of an IPv6 address, within which a device can change
 * its address at will. `near`: the network around it, /24 or /48.
 */
export function networkOf(address: string): Network {
  // Fast path: most addresses are IPv4 in canonical form already.
  if (isIP(address) === 4) return { own: address, near: address.slice(0, address.lastIndexOf('.')) };
  const read = addressIn(address);
  if (!read) return NOWHERE;
  if (read instanceof ipaddr.IPv4) return networkOf(read.toString());
  const groups = read.parts.map((part) => part.toString(16));
  return { own: groups.slice(0, 4).join(':'), near: groups.slice(0, 3).join(':') };
}

/** An address as a number; IPv4 as its IPv4-mapped IPv6 address, so that both sort together. Null if it is none. */
export function numberOf(address: string): bigint | null {
  const read = addressIn(address);
  if (!read) return null;
  const bytes = read.toByteArray();
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return bytes.length === 4 ? MAPPED + number : number;
}

const MAPPED = 0xffffn << 32n;
