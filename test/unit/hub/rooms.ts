import * as Y from 'yjs';
import { admit, type Terms } from '../../../src/hub/admission/admit.ts';
import { RANGE } from '../../../src/workspace/room.ts';

export const TERMS: Terms = { roots: ['items', 'comments'], others: true, bytes: 1 << 20 };

/** A replica of a device, by the number the hub gave it. */
export function replica(device: number, session = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = device * RANGE + session;
  return doc;
}

/** A hub's room that takes what is admitted; what was answered. */
export function hubRoom(terms = TERMS) {
  const doc = new Y.Doc();
  const judge = (update: Uint8Array, device: number) => admit(update, doc, device, terms);
  const offer = (update: Uint8Array, device: number) => {
    const answer = judge(update, device);
    if (answer.ok) Y.applyUpdate(doc, update);
    return answer;
  };
  return { doc, judge, offer };
}

/** All that a replica holds. */
export const all = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

/** An update written by hand: one section a client, each struct as its bytes. */
export function handmade(client: number, clock: number, structs: readonly (readonly number[])[], ds = [0]) {
  return Uint8Array.from([1, structs.length, ...varint(client), ...varint(clock), ...structs.flat(), ...ds]);
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}
