import * as Y from 'yjs';
import type { Decoded } from './decoded.ts';
import { isOf, type Known, type Place, placeOf } from './items.ts';
import { must } from './refusal.ts';

/** A thing that an update deletes. */
export interface Gone extends Place {
  readonly client: number;
}

/**
 * What an update deletes that stands in the room now. A range beyond what is known would wait, and delete every later
 * edit of a colleague as it arrives.
 */
export function deletedItems({ ds }: Decoded, doc: Y.Doc, known: Known): Gone[] {
  const gone: Gone[] = [];
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) {
      must(len >= 1 && clock + len <= known.end(client), 'future-delete');
      gone.push(...standing(doc, client, clock, Math.min(clock + len, known.before(client))));
    }
  return gone;
}

function standing(doc: Y.Doc, client: number, from: number, to: number): Gone[] {
  const gone: Gone[] = [];
  for (let clock = from; clock < to; ) {
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    if (!item.deleted) gone.push({ ...placeOf(item), client });
    clock = item.id.clock + item.length;
  }
  return gone;
}

/** Refuses to touch what another device wrote, for rooms in which each keeps to its own. */
export function keepToOwn(gone: readonly Gone[], doc: Y.Doc, known: Known, device: number): void {
  must(
    gone.every(({ client }) => isOf(device, client)),
    'others-item',
  );
  for (const { root, key } of known.added) {
    const current = doc.share.get(root)?._map.get(key);
    must(!current || isOf(device, current.id.client), 'others-item');
  }
}
