/** Message types of Hocuspocus's protocol that the hub accepts. */
const SYNC = 0;
const AUTH = 2;
/** The library ignores this type on an open connection. */
const QUERY_AWARENESS = 3;
const SYNC_REPLY = 4;
const CLOSE = 7;

/** A state vector has a few bytes for each device that wrote in a room; this is a hundred times an honest one. */
const VECTOR_BYTES = 128 << 10;
/** Enough for a token and the provider's version. */
const AUTH_BYTES = 4 << 10;
const NAME_BYTES = 200;
const NAME = /^[A-Za-z0-9_./-]+$/;

/**
 * What happens to a message: the library gets it, it is ignored, or its socket is closed. Awareness messages are ignored
 * undecoded, since presence comes from the hub's own connections and decoding four megabytes takes most of a second.
 */
export type Fate = 'pass' | 'ignore' | 'end';

export function fateOf(data: Buffer): Fate {
  const [length, at] = numberAt(data, 0);
  if (length <= 0 || length > NAME_BYTES) return 'end';
  const name = data.toString('latin1', at, at + length);
  // The library allows a session id in the name, by which one socket could open a room a thousand times; and it looks names
  // up in a plain object, where `constructor` would be found.
  if (!NAME.test(name) || name in Object.prototype) return 'end';
  const [kind, then] = numberAt(data, at + length);
  if (kind === NONE) return 'end';
  if (kind === AUTH) return data.byteLength > AUTH_BYTES ? 'end' : 'pass';
  if (kind === SYNC || kind === SYNC_REPLY) {
    return isSync(data, then) ? 'pass' : 'end';
  }
  return kind === CLOSE ? 'pass' : 'ignore';
}

/**
 * Whether a message is a first sync step with an empty state vector, which asks for the whole room. The full-state cache
 * answers those, so the message is changed in place to a type that the library ignores.
 */
export function takeFullStateRequest(data: Uint8Array): boolean {
  const [length, from] = numberAt(data, 0);
  const at = from + length;
  const [kind, step, bytes, clients] = data.subarray(at);
  const isOne = kind === SYNC && step === 0 && bytes === 1 && clients === 0 && data.byteLength === at + 4;
  if (isOne) data[at] = QUERY_AWARENESS;
  return isOne;
}

/** Whether this is a well-formed sync step: its payload has the declared length, and nothing follows. */
function isSync(data: Buffer, at: number): boolean {
  const [step, then] = numberAt(data, at);
  const [length, from] = numberAt(data, then, 5);
  if (step < 0 || step > 2 || length < 0 || from + length !== data.byteLength) return false;
  return step !== 0 || length <= VECTOR_BYTES;
}

/** The number that bytes begin with, -1 if there is none; in an update or state vector the count of clients. */
export const firstNumberOf = (bytes: Uint8Array): number => numberAt(bytes, 0, 5)[0];

/** The result where no number could be read. */
const NONE = -1;

/** Reads a lib0 varint of at most so many bytes; answers with the value and where it ends. */
function numberAt(data: Uint8Array, start: number, most = 3): readonly [number, number] {
  let value = 0;
  for (let at = 0; at < most; at += 1) {
    const byte = data[start + at] ?? 0xff;
    value += (byte & 0x7f) * 128 ** at;
    if (byte < 0x80) return [value, start + at + 1];
  }
  return [NONE, start];
}
