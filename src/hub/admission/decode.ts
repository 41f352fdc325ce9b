import * as Y from 'yjs';
import { must, type Refusal, RefusedError } from './refusal.ts';
import { scan } from './scan.ts';

/** An update, decoded once. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * Decodes an update of plausible size. If a client's structs come in two sections, `Y.decodeUpdate` returns both but applying
 * uses only the last, which would leave the rest pending forever, so that is refused.
 */
export function decodeUpdate(update: Uint8Array, bytes: number, device: number): Decoded {
  must(update.byteLength <= bytes, 'oversize');
  const sections = scan(update, device);
  const read = decodeOrRefuse(update, 'malformed');
  const clients = new Set(read.structs.map(({ id }) => id.client));
  must(clients.size === sections, 'malformed');
  return read;
}

function decodeOrRefuse(update: Uint8Array, reason: Refusal): Decoded {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new RefusedError(reason);
  }
}

/**
 * Whether a value is plain JSON. An object with another prototype came from a key `__proto__`; its inherited fields would be
 * read but not listed.
 */
export function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((one) => isJson(one, depth - 1));
}
