import * as Y from 'yjs';
import type { Decoded } from './decode.ts';
import { type ItemKey, isOf, itemKeyOf, type KnownClocks } from './known-clocks.ts';
import { must } from './refusal.ts';
import { MOST } from './scan.ts';

/** An item that an update deletes. */
export interface Deletion extends ItemKey {
  readonly client: number;
}

/**
 * The current items that an update deletes. A range beyond the known clocks is refused: Yjs would keep it and delete a
 * colleague's future edits as they arrive. Ranges have to come in order, as Yjs writes them, since overlapping ones would
 * make the hub read the same items many times.
 */
export function deletedItems({ ds }: Decoded, doc: Y.Doc, known: KnownClocks): Deletion[] {
  const gone: Deletion[] = [];
  for (const [client, ranges] of ds.clients) {
    let reached = 0;
    for (const { clock, len } of ranges) {
      must(clock >= reached, 'malformed');
      reached = clock + len;
      must(len >= 1 && reached <= known.end(client), 'future-delete');
      for (const item of standing(doc, client, clock, Math.min(reached, known.before(client))))
        gone.push({ ...itemKeyOf(item), client });
      must(gone.length <= MOST.items, 'oversize');
    }
  }
  return gone;
}

function* standing(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= to) return;
  for (let at = Y.findIndexSS(structs, from); ; at += 1) {
    const item = structs[at];
    if (!item || item.id.clock >= to) return;
    if (!item.deleted) yield item;
  }
}

/** Refuses to change what another device wrote, for rooms in which each device may change only its own items. */
export function keepToOwn(gone: readonly Deletion[], doc: Y.Doc, known: KnownClocks, device: number): void {
  must(
    gone.every(({ client }) => isOf(device, client)),
    'others-item',
  );
  for (const { root, key } of known.added) {
    const current = doc.share.get(root)?._map.get(key);
    must(!current || isOf(device, current.id.client), 'others-item');
  }
}
