/** Digits of an id: those that need no care in an address, in speech only some. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^11 is more than 2^65: nobody meets another's by chance. */
const LENGTH = 11;
const NONCE_BYTES = 16;

/** A new secret number of a link, 32 hexadecimal digits. It stays in the link's record, which is its proof. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id of a link: the first eleven base62 digits of the SHA-256 of its nonce. An id is public before its record
 * reaches the hub; who has not the nonce cannot register it first.
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

/** What a path of the hub asks for: a link, by hand or by its QR code. */
export interface Path {
  readonly id: string;
  readonly qr: boolean;
}

/** Mail programs and proxies add a slash behind it. */
const PATH = /^\/([0-9A-Za-z]{11})(\.q)?\/{0,8}(?:\?|$)/;

/** Reads a request's path. Null where it is no link's: nothing is decoded. */
export function pathOf(asked: string): Path | null {
  const [, id, qr] = PATH.exec(asked) ?? [];
  return id ? { id, qr: qr !== undefined } : null;
}

/** The address of a link at a hub (`hub` without a slash at its end). */
export const shortLink = (hub: string, id: string): string => `${hub}/${id}`;

/** A short link's address as its QR code says it, so that scans are told from clicks. */
export const scanned = (url: string): string => `${url}.q`;

/** Stands for an id that is not made yet, where a link is shown and measured before it is: as long as one. */
export const UNMADE = 'x'.repeat(LENGTH);
