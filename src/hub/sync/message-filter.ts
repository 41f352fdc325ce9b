/** Kinds of messages of the sync protocol that mean something here, by the library's numbers. */
const SYNC = 0;
const AUTH = 2;
/** The library answers it to who is not connected alone. */
const QUERY_AWARENESS = 3;
const SYNC_REPLY = 4;
const CLOSE = 7;

/** A state vector has some bytes for each device that wrote in a room; a hundred times an honest one. */
const VECTOR_BYTES = 128 << 10;
/** A token and the version of the provider. */
const AUTH_BYTES = 4 << 10;
const NAME_BYTES = 200;
const NAME = /^[A-Za-z0-9_./-]+$/;

/**
 * What is done with a message: the library gets it, it is left alone, or the socket is ended for it. Presence comes from
 * the hub's own connections, so what a device says of it is not even decoded: four megabytes of it cost most of a second.
 */
export type Fate = 'pass' | 'ignore' | 'end';

export function fateOf(data: Buffer): Fate {
  const [length, at] = numberAt(data, 0);
  if (length <= 0 || length > NAME_BYTES) return 'end';
  const name = data.toString('latin1', at, at + length);
  // A name with a session in it would open a room a thousand times over one socket; and the library looks for it in a
  // plain object.
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
 * Makes the library leave a first step alone where whoever sends it has nothing of the room: that is answered elsewhere.
 * Whether it was one.
 */
export function takeFullStateRequest(data: Uint8Array): boolean {
  const [length, from] = numberAt(data, 0);
  const at = from + length;
  const [kind, step, bytes, clients] = data.subarray(at);
  const isOne = kind === SYNC && step === 0 && bytes === 1 && clients === 0 && data.byteLength === at + 4;
  if (isOne) data[at] = QUERY_AWARENESS;
  return isOne;
}

/** A step of the protocol with all of what it says it has, and nothing behind that. */
function isSync(data: Buffer, at: number): boolean {
  const [step, then] = numberAt(data, at);
  const [length, from] = numberAt(data, then, 5);
  if (step < 0 || step > 2 || length < 0 || from + length !== data.byteLength) return false;
  return step !== 0 || length <= VECTOR_BYTES;
}

/** The number that bytes begin with, -1 where there is none: of how many clients they are. */
export const firstNumberOf = (bytes: Uint8Array): number => numberAt(bytes, 0, 5)[0];

/** Where no number stands. */
const NONE = -1;

/** A number as lib0 writes it, of so many bytes at most, and where it ends. */
function numberAt(data: Uint8Array, start: number, most = 3): readonly [number, number] {
  let value = 0;
  for (let at = 0; at < most; at += 1) {
    const byte = data[start + at] ?? 0xff;
    value += (byte & 0x7f) * 128 ** at;
    if (byte < 0x80) return [value, start + at + 1];
  }
  return [NONE, start];
}
