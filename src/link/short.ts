import { randomHex } from '../workspace/hex.ts';

/** Base62: digits that need no escaping in an address. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^11 is more than 2^65, so ids do not collide by chance. */
const LENGTH = 11;
const NONCE_BYTES = 16;

/** A link's new secret number, 32 hexadecimal digits. Its record holds it as the proof of ownership. */
export const newNonce = (): string => randomHex(NONCE_BYTES);

/**
 * The id of a link: the first eleven base62 digits of the SHA-256 of its nonce. An id is public before its record reaches the
 * hub, and only whoever has the nonce can register it.
 */
export async function idOf(nonce: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(nonce)));
  let number = digest.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let id = '';
  for (let at = 0; at < LENGTH; at += 1) {
    id += DIGITS[Number(number % 62n)];
    number /= 62n;
  }
  return id;
}

/** A link's path at the hub, typed or from its QR code. */
export interface Path {
  readonly id: string;
  readonly qr: boolean;
}

/** Mail programs and proxies may add slashes at the end. */
const PATH = /^\/([0-9A-Za-z]{11})(\.q)?\/{0,8}(?:\?|$)/;

/** Parses a request's path without decoding anything; null if it is no link's. */
export function pathOf(path: string): Path | null {
  const [, id, qr] = PATH.exec(path) ?? [];
  return id ? { id, qr: qr !== undefined } : null;
}

/** The address of a link at a hub (`hub` without a slash at its end). */
export const shortLink = (hub: string, id: string): string => `${hub}/${id}`;

/** A short link's address for its QR code, which marks scans apart from clicks. */
export const scanned = (url: string): string => `${url}.q`;

/** A placeholder of an id's length, where a link is shown and measured before it is made. */
export const UNMADE = 'x'.repeat(LENGTH);
