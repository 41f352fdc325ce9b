import * as Y from 'yjs';
import type { ItemChange } from '../../../src/hub/admission/admit.ts';

/** What whoever holds a replica sees change in it, one after the other: the oracle of what history tells. */
export function watched(doc: Y.Doc): ItemChange[] {
  const seen: ItemChange[] = [];
  const before = new Map<string, string>();
  const idOf = (item: Y.Item | undefined) =>
    item && !item.deleted ? `${item.lastId.client} ${item.lastId.clock}` : '';
  const look = (root: string, key: string) => {
    const item = doc.share.get(root)?._map.get(key);
    const [place, id] = [`${root} ${key}`, idOf(item)];
    if (id === (before.get(place) ?? '')) return;
    before.set(place, id);
    seen.push(id === '' ? { root, key } : { root, key, value: doc.getMap(root).get(key) });
  };
  const lookAt = (root: string, keys: Iterable<string | null>) => {
    for (const key of keys) if (key !== null) look(root, key);
  };
  for (const [root, type] of doc.share) lookAt(root, type._map.keys());
  seen.length = 0;
  doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed) lookAt(Y.findRootTypeKey(type), keys);
  });
  return seen;
}
