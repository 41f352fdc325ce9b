import { isIP } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

export type Address = IPv4 | IPv6;

/** Longest text that can be an address with its zone and its port. */
const MOST = 100;

/** IPv6 forms that stand for an IPv4 address: mapped, translated, and by the prefix of NAT64 (RFC 6052). */
const CARRIES_IPV4: readonly string[] = ['ipv4Mapped', 'rfc6145', 'rfc6052'];

/** Four numbers with dots between; `007` is seven here, where C libraries read it as octal. */
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

/** Reads an address. One of IPv6 that stands for one of IPv4 is that; null where the text is none. */
export function addressIn(text: string): Address | null {
  if (text.length > MOST) return null;
  const quad = quadOf(text);
  if (quad) return quad;
  const six = sixOf(text);
  return six && CARRIES_IPV4.includes(six.range()) ? new ipaddr.IPv4(six.toByteArray().slice(-4)) : six;
}

/**
 * Reads an address as proxies write it: in quotes, in brackets, with a port. Null for `unknown`, for names that hide one,
 * and for anything else.
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

/** What of an address counts as one, and what is near it; both empty where it is none. */
export interface Network {
  readonly own: string;
  readonly near: string;
}

const NOWHERE: Network = { own: '', near: '' };

/**
 * The one kind of key for whoever is counted by where they come from: an IPv4 address, and the network of an IPv6 one (/64),
 * in which a device takes another address as often as it likes. `near`: the network around it, /24 and /48.
 */
export function networkOf(address: string): Network {
  // Most come as IPv4, in the form that is kept.
  if (isIP(address) === 4) return { own: address, near: address.slice(0, address.lastIndexOf('.')) };
  const read = addressIn(address);
  if (!read) return NOWHERE;
  if (read instanceof ipaddr.IPv4) return networkOf(read.toString());
  const groups = read.parts.map((part) => part.toString(16));
  return { own: groups.slice(0, 4).join(':'), near: groups.slice(0, 3).join(':') };
}

/** An address as a number; IPv4 ones lie where IPv6 has them mapped, so that one order holds for both. Null for none. */
export function numberOf(address: string): bigint | null {
  const read = addressIn(address);
  if (!read) return null;
  const bytes = read.toByteArray();
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return bytes.length === 4 ? MAPPED + number : number;
}

const MAPPED = 0xffffn << 32n;
