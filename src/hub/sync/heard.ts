/** Kinds of messages of the sync protocol that mean something here, by the library's numbers. */
const SYNC = 0;
const AUTH = 2;
const SYNC_REPLY = 4;
const CLOSE = 7;

/** A state vector has some bytes for each device that wrote in a room; a hundred times an honest one. */
const VECTOR_BYTES = 128 << 10;
/** A token and the version of the provider. */
const AUTH_BYTES = 4 << 10;
const NAME_BYTES = 200;

/**
 * What is done with a message: the library gets it, it is left alone, or the socket is ended for it. Presence comes from
 * the hub's own connections, so what a device says of it is not even decoded: four megabytes of it cost most of a second.
 */
export type Fate = 'pass' | 'ignore' | 'end';

export function fateOf(data: Buffer): Fate {
  const [length, at] = numberAt(data, 0);
  const name = data.toString('utf8', at, at + length);
  // A name with a session in it would open a room a thousand times over one socket.
  if (length <= 0 || length > NAME_BYTES || name.includes('\0')) return 'end';
  const [kind, then] = numberAt(data, at + length);
  if (kind === NONE) return 'end';
  if (kind === AUTH) return data.byteLength > AUTH_BYTES ? 'end' : 'pass';
  if (kind === SYNC || kind === SYNC_REPLY) {
    const [step] = numberAt(data, then);
    return step === 0 && data.byteLength > VECTOR_BYTES ? 'end' : 'pass';
  }
  return kind === CLOSE ? 'pass' : 'ignore';
}

/** Where no number stands. */
const NONE = -1;

/** A number as lib0 writes it, of three bytes at most, and where it ends. */
function numberAt(data: Buffer, start: number): readonly [number, number] {
  let value = 0;
  for (let at = 0; at < 3; at += 1) {
    const byte = data[start + at] ?? 0xff;
    value += (byte & 0x7f) << (7 * at);
    if (byte < 0x80) return [value, start + at + 1];
  }
  return [NONE, start];
}
