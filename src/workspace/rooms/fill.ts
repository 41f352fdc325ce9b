import type * as Y from 'yjs';

/** How much a room holds. Items that were deleted count too: their keys stay. `bytes`: of its whole state, about. */
export interface Fill {
  readonly items: number;
  readonly bytes: number;
  /** Pieces of its past that Yjs could not join. */
  readonly structs: number;
  /** Client ids that ever wrote into it. */
  readonly clients: number;
}

/** Where nothing new comes into a room any more, and the next part is begun. What is there is still edited. */
export const FULL: Fill = { items: 5000, bytes: 4 << 20, structs: 50_000, clients: 10_000 };
/** Where nothing at all comes into it. */
const OVER_BYTES = 8 << 20;

/** What a document holds. Its bytes are given: to count them is to encode it. */
export function fillOf(doc: Y.Doc, bytes: number): Fill {
  let [items, structs] = [0, 0];
  for (const root of doc.share.values()) items += root._map.size;
  for (const all of doc.store.clients.values()) structs += all.length;
  return { items, bytes, structs, clients: doc.store.clients.size };
}

/** Whether a room takes nothing at all. */
export const isOver = ({ bytes, structs, clients }: Fill): boolean =>
  bytes > OVER_BYTES || structs > FULL.structs || clients > FULL.clients;

/** Whether a room takes no new item. */
export const isFull = (fill: Fill): boolean =>
  fill.items > FULL.items || fill.bytes > FULL.bytes || isOver(fill);

/** Whether the next part of a room may be written, and so is opened by whoever reads this one. */
export const isHalfFull = ({ items, bytes, structs, clients }: Fill): boolean =>
  items * 2 >= FULL.items ||
  bytes * 2 >= FULL.bytes ||
  structs * 2 >= FULL.structs ||
  clients * 2 >= FULL.clients;
