import * as Y from 'yjs';
import { deviceOfClient } from '../room.ts';

/** Edits of one item that are followed back: more are of no use to anybody who reads. */
const MOST = 500;

const known = new WeakMap<Y.Item, readonly number[]>();

/**
 * Numbers of the devices that wrote an item, the first first, as each edit followed on the one before. It is arithmetic on
 * the client ids of its edits, of which the hub lets no device use another's; 0 is the hub itself. What an item says of its
 * author counts for nothing.
 */
export function devicesOf(map: Y.Map<unknown>, key: string): readonly number[] {
  const item = map._map.get(key);
  if (!item) return [];
  const made = known.get(item) ?? followedBack(item, map.doc?.store);
  known.set(item, made);
  return made;
}

/** By what each edit stood on and not by what lies left of it: an edit of the same key that nobody saw lies there too. */
function followedBack(last: Y.Item, store: Y.Doc['store'] | undefined): readonly number[] {
  const devices: number[] = [];
  let at: Y.Item | Y.GC | null = last;
  for (let steps = 0; at && steps < MOST; steps += 1) {
    const device = deviceOfClient(at.id.client);
    if (devices.at(-1) !== device) devices.push(device);
    const origin: Y.ID | null = at instanceof Y.Item ? at.origin : null;
    at = origin && store ? Y.getItem(store, origin) : null;
  }
  return devices.reverse();
}
