import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { hexOf } from './hex.ts';

/** SHA-256 (hex) of bytes that are there whole: what comes in pieces goes through @noble/hashes. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 (hex) of a text, for rules that are plain functions and cannot wait. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Reads a body up to so many bytes; null if it is larger or missing. `progress`: gets the bytes read so far after each
 * chunk. Rejects if the body does.
 */
export async function readCapped(
  response: Response,
  most: number,
  progress: (bytes: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(response.headers.get('content-length') ?? 0) > most || !response.body) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(next.value);
    progress(size);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
