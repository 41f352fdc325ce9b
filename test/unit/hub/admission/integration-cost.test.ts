import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { IntegrationCost } from '../../../../src/hub/admission/integration-cost.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { reasonOf } from './reasons.ts';

/** Steps that one update may cost. */
const MOST = 40_000;
const own = 3 * RANGE;

/** A room in which keys were overwritten in turn by two clients, so that Yjs can join nothing: `k100` so many times. */
function roomOf(...lengths: readonly number[]): Y.Doc {
  const doc = new Y.Doc();
  const items = doc.getMap('items');
  doc.transact(() => {
    for (const length of lengths)
      for (let at = 0; at < length; at += 1) {
        doc.clientID = at % 2;
        items.set(`k${length}`, at);
      }
  });
  return doc;
}

interface One {
  readonly key: string;
  readonly clock?: number;
  readonly origin?: readonly [client: number, clock: number];
  readonly isNew?: boolean;
}

/** How many of the items an update may have: the first that is refused is not counted. */
function allowed(doc: Y.Doc, items: Iterable<One>): number {
  const cost = new IntegrationCost(doc);
  let count = 0;
  for (const { key, clock = count, origin, isNew = true } of items) {
    const from = origin ? Y.createID(...origin) : null;
    const item = new Y.Item(Y.createID(own, clock), null, from, null, null, null, key, new Y.ContentAny([1]));
    const reason = reasonOf(() => cost.count({ root: 'items', key }, item, isNew));
    if (reason !== null) {
      expect(reason).toBe('oversize');
      return count;
    }
    count += 1;
  }
  return count;
}
const many = (count: number, one: (at: number) => One): One[] =>
  Array.from({ length: count }, (_, at) => one(at));
/** Each costs one step: an item beside the only one of a key. */
const steps = (count: number) => many(count, (at) => ({ key: `one${at}` }));
/** A room in which `one0`, `one1` … have one item each, and other keys as many as their names say. */
function roomWithOnes(ones: number, ...lengths: readonly number[]): Y.Doc {
  const doc = roomOf(...lengths);
  doc.clientID = 7;
  for (let at = 0; at < ones; at += 1) doc.getMap('items').set(`one${at}`, 1);
  return doc;
}

describe('the steps of an update', () => {
  it('are none where each item stands at the end of its key, however many there are', () => {
    const line = many(MOST + 100, (at) => ({ key: 'k', ...(at > 0 && { origin: [own, at - 1] as const }) }));
    expect(allowed(new Y.Doc(), line)).toBe(MOST + 100);
    const doc = roomOf(5);
    const last = doc.getMap('items')._map.get('k5');
    const ends = many(
      MOST + 100,
      () => ({ key: 'k5', origin: [0, last?.lastId.clock ?? 0], isNew: false }) as const,
    );
    expect(allowed(doc, ends)).toBe(MOST + 100);
  });

  it('are none where each item stands behind the one before it, though clocks lie between them', () => {
    const line = many(400, (at) => ({
      ...{ key: 'k', clock: at * 10 },
      ...(at > 0 && { origin: [own, (at - 1) * 10] as const }),
    }));
    expect(allowed(new Y.Doc(), line)).toBe(400);
  });

  it('are one for each item that stands beside the only one of its key', () => {
    expect(allowed(roomWithOnes(MOST + 1), steps(MOST + 1))).toBe(MOST);
  });

  it('are as many as there are items of the key, in the room and in the update', () => {
    // 258 + 259 + … + 382.
    const beside = many(125, () => ({ key: 'k258' }));
    expect(allowed(roomWithOnes(1, 258), [...beside, ...steps(1)])).toBe(125);
    // 0 + 1 + … + 282 = 39,903.
    const fresh = many(283, () => ({ key: 'fresh' }));
    expect(allowed(roomWithOnes(98), [...fresh, ...steps(98)])).toBe(283 + 97);
  });

  it('are more where an item parts what Yjs had joined, the more there is of its client', () => {
    // 321 structs of one client, of which the first is ten items long: eleven steps to part it, and one.
    const doc = new Y.Doc();
    const items = doc.getMap('items');
    doc.clientID = 1;
    for (let at = 0; at < 10; at += 1) items.set('long', at);
    items.delete('long');
    for (let at = 1; at < 321; at += 1) items.set(`k${at}`, at);
    expect(doc.store.clients.get(1)).toHaveLength(321);
    const inside = many(MOST, () => ({ key: 'long', origin: [1, 4], isNew: false }) as const);
    expect(allowed(doc, inside)).toBe(Math.floor(MOST / 12));
    const atEnd = many(MOST + 1, () => ({ key: 'long', origin: [1, 9], isNew: false }) as const);
    expect(allowed(doc, atEnd)).toBe(MOST + 1);
  });

  it('are too many beside more items of a key than an update may cost steps', () => {
    const beside = (length: number) => allowed(roomOf(length), [{ key: `k${length}` }]);
    expect([beside(MOST), beside(MOST + 1)]).toEqual([1, 0]);
  });

  it('are counted for each key by itself', () => {
    const twice = many(400, (at) => ({ key: at % 2 ? 'a' : 'b' }));
    // Each key 0 + 1 + … + 199 = 19,900.
    expect(allowed(roomWithOnes(201), [...twice, ...steps(201)])).toBe(400 + 200);
  });
});
