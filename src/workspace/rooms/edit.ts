import * as Y from 'yjs';

export interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** An edit that is drawn: its update, its client and last clock, and the entries that are new in it. */
export interface Edit {
  readonly update: Uint8Array;
  readonly client: number;
  readonly clock: number;
  readonly fresh: readonly Entry[];
}

/** Whether two plain JSON values are the same, keys in the order in which they were written. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of several entries of one key the last. */
export function lastOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

/** The items that stand where new ones come, as a set of deletions; those that are deleted already stay out. */
function overwritten(lefts: readonly (Y.Item | undefined)[]) {
  const deletions = Y.createDeleteSet();
  for (const left of lefts) {
    if (!left || left.deleted) continue;
    const { client, clock } = left.id;
    const range = { clock, len: left.length };
    const there = deletions.clients.get(client);
    if (there) there.push(range);
    else deletions.clients.set(client, [range]);
  }
  return Y.mergeDeleteSets([deletions]);
}

function writeItems(encoder: Y.UpdateEncoderV1, items: readonly Y.Item[], client: number, from: number) {
  encoder.writeLen(1);
  encoder.writeLen(items.length);
  encoder.writeClient(client);
  encoder.writeDsClock(from);
  for (const item of items) item.write(encoder, 0);
}

function writeDeletions(encoder: Y.UpdateEncoderV1, { clients }: ReturnType<typeof overwritten>): void {
  encoder.writeLen(clients.size);
  // As Yjs itself orders them, so that the same edit is the same bytes.
  for (const [client, ranges] of [...clients].sort(([a], [b]) => b - a)) {
    encoder.writeClient(client);
    encoder.writeLen(ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}

/**
 * The update that `map.set` of the entries would make, without touching the document: an edit is applied and sent only once
 * it is durable. Null where all of them stand there already. `from`: the clock of its first item, further on where another
 * edit of the same client, not yet applied, comes before. The format: https://github.com/yjs/yjs/blob/v13.6.33/src/utils/encoding.js
 */
export function drawEdit(
  doc: Y.Doc,
  root: string,
  entries: readonly Entry[],
  client: number,
  from: number = Y.getState(doc.store, client),
): Edit | null {
  const map = doc.getMap<unknown>(root);
  const fresh = lastOfEach(entries).filter(({ key, value }) => !map.has(key) || !isSame(map.get(key), value));
  if (fresh.length === 0) return null;
  const lefts = fresh.map(({ key }) => map._map.get(key));
  const items = fresh.map(({ key, value }, at) => {
    const left = lefts[at] ?? null;
    const content = new Y.ContentAny([value]);
    return new Y.Item(
      Y.createID(client, from + at),
      left,
      left ? left.lastId : null,
      null,
      null,
      map,
      key,
      content,
    );
  });
  const encoder = new Y.UpdateEncoderV1();
  writeItems(encoder, items, client, from);
  writeDeletions(encoder, overwritten(lefts));
  return { update: encoder.toUint8Array(), client, clock: from + items.length - 1, fresh };
}
