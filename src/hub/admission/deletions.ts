import * as Y from 'yjs';
import type { Decoded } from './decode.ts';
import { isOf, type KnownClocks, type Place, placeOf } from './known-clocks.ts';
import { must } from './refusal.ts';
import { MOST } from './scan.ts';

/** A thing that an update deletes. */
export interface Deletion extends Place {
  readonly client: number;
}

/**
 * What an update deletes that stands in the room now. A range beyond what is known would wait, and delete every later
 * edit of a colleague as it arrives. Ranges come in order, as Yjs writes them: one over the other would have the same items
 * looked at again and again.
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
        gone.push({ ...placeOf(item), client });
      must(gone.length <= MOST.items, 'oversize');
    }
  }
  return gone;
}

function* standing(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= to) return;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const item = structs[at];
    if (!item || item.id.clock >= to) return;
    if (!item.deleted) yield item;
  }
}

/** Refuses to touch what another device wrote, for rooms in which each keeps to its own. */
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
