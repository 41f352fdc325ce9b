import * as Y from 'yjs';
import { must, type Refusal, RefusedError } from './refusal.ts';

/** An update, decoded once. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** How many client sections an update says it has: its first number. */
function sectionsOf(update: Uint8Array): number {
  let value = 0;
  for (let at = 0; at < 5; at++) {
    const byte = update[at] ?? 0x80;
    value += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return value;
  }
  throw new RefusedError('malformed');
}

/**
 * Decodes an update. Yjs reads a client that comes in two sections here as both, and when it applies as the last alone:
 * that would leave the rest pending, so it is refused.
 */
export function decoded(update: Uint8Array, bytes: number): Decoded {
  must(update.byteLength <= bytes, 'oversize');
  const read = decodedOr(update, 'malformed');
  const clients = new Set(read.structs.map(({ id }) => id.client));
  must(clients.size === sectionsOf(update), 'malformed');
  return read;
}

function decodedOr(update: Uint8Array, reason: Refusal): Decoded {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new RefusedError(reason);
  }
}

/**
 * Whether a value is plain JSON. An object with a prototype of its own came from a key `__proto__`: what is read from
 * it would not be what is shown of it.
 */
export function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((one) => isJson(one, depth - 1));
}
