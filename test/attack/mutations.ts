import * as Y from 'yjs';
import { all } from './crafted.ts';

/** Picks a whole number below another. */
export type Pick = (below: number) => number;

/** A small generator of numbers by a seed, so that a run that failed can be run again. */
export function numbers(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Writes or deletes one of a dozen keys of two roots. */
export function edit(doc: Y.Doc, roots: readonly string[], pick: Pick): void {
  const map = doc.getMap<unknown>(roots[pick(2)]);
  const key = `k${pick(12)}`;
  if (pick(4) === 0) map.delete(key);
  else map.set(key, [pick(9), 'text', { a: pick(9), b: [true, null] }][pick(3)]);
}

/** The update with some bytes changed, or cut. */
export function mutated(update: Uint8Array, pick: Pick): Uint8Array {
  const copy = Uint8Array.from(update);
  for (let at = pick(3); at >= 0; at--) copy[pick(copy.length)] = pick(3) === 0 ? pick(256) : pick(16);
  return pick(12) === 0 ? copy.slice(0, pick(copy.length)) : copy;
}

export const copyOf = (doc: Y.Doc): Y.Doc => loaded(all(doc));

/** A document of one state. */
export function loaded(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

export const pending = ({ store }: Y.Doc) => [store.pendingStructs, store.pendingDs];
