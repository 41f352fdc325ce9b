import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';

/** Updates of rooms, as Yjs makes them and as only a hand does. */

/** A replica of a device, by the number the hub gave it. */
export function replica(device: number, session = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = device * RANGE + session;
  return doc;
}

/** All that a replica holds. */
export const all = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** An update of a device's made by Yjs itself. */
export function made(device: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = replica(device);
  change(doc);
  return all(doc);
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}

export const textBytes = (words: string): number[] => [
  ...varint(Buffer.byteLength(words)),
  ...Buffer.from(words),
];

/** The content of an item that holds any JSON value: one word. */
export const WORD = [1, 119, ...textBytes('v')];

/** An item that names its place: content, root, key. */
export const item = (content: number, rest: readonly number[], root = 'items', key = 'k'): number[] => [
  0x20 | content,
  1,
  ...textBytes(root),
  ...textBytes(key),
  ...rest,
];

/** An item that stands after another of any client. */
export const after = (client: number, clock: number): number[] => [
  0x80 | 8,
  ...varint(client),
  ...varint(clock),
  ...WORD,
];

/** An update written by hand: one section a client, each struct as its bytes; `ds`: its deletes. */
export function handmade(
  client: number,
  clock: number,
  structs: readonly (readonly number[])[],
  ds: readonly number[] = [0],
): Uint8Array {
  return Uint8Array.from([1, structs.length, ...varint(client), ...varint(clock), ...structs.flat(), ...ds]);
}
