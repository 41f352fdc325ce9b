import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isOf, itemKeyOf, KnownClocks } from '../../../../src/hub/admission/known-clocks.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { handmade, item, replica, WORD } from '../../../attack/crafted.ts';
import { reasonOf } from './reasons.ts';

const itemsIn = (doc: Y.Doc) => [...doc.store.clients.values()].flat() as (Y.Item | Y.GC)[];

describe('a device’s client ids', () => {
  it('are its range, from the first to the last', () => {
    const at = [-1, 0, RANGE - 1, RANGE].map((offset) => isOf(3, 3 * RANGE + offset));
    expect(at).toEqual([false, true, true, false]);
  });
});

describe('the place of an item in a room', () => {
  it('is the root and the key that it stands under', () => {
    const doc = replica(3);
    doc.getMap('items').set('k1', 1);
    expect(itemsIn(doc).map(itemKeyOf)).toEqual([{ root: 'items', key: 'k1' }]);
  });

  it('is none for what stands in a list, or in a value', () => {
    const list = replica(3);
    list.getArray('items').push([1]);
    expect(itemsIn(list).map((one) => reasonOf(() => itemKeyOf(one)))).toEqual(['key']);
    const nested = replica(3);
    nested.getMap('items').set('k1', new Y.Map([['a', 1]]));
    expect(itemsIn(nested).map((one) => reasonOf(() => itemKeyOf(one)))).toEqual([null, 'key']);
  });

  it('is none for what is gone with what it stood in, or in no room at all', () => {
    const doc = replica(3);
    doc.getMap('items').set('k1', new Y.Map([['a', 1]]));
    doc.getMap('items').delete('k1');
    expect(itemsIn(doc).map((one) => reasonOf(() => itemKeyOf(one)))).toEqual([null, 'kind']);
    const [loose] = Y.decodeUpdate(handmade(3 * RANGE, 0, [item(8, WORD)])).structs;
    expect(reasonOf(() => itemKeyOf(loose as Y.Item))).toBe('kind');
  });
});

describe('the clocks of an update', () => {
  const client = 3 * RANGE;
  /** Items of one, two, three … structs, one after the other, each under a key of its own. */
  const spans = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const clock = (at * (at + 1)) / 2;
      return { root: 'items', key: `k${at}`, client, clock, length: at + 1 };
    });

  it.each([0, 1, 2, 3, 9, 10])('tell which of %i items has an id, and refuse what comes later', (count) => {
    const known = new KnownClocks(new Y.Doc());
    for (const one of spans(count)) known.add(one);
    const end = (count * (count + 1)) / 2;
    const keys = Array.from({ length: end }, (_, clock) => known.keyOf({ client, clock }).key);
    expect(keys).toEqual(spans(count).flatMap(({ key, length }) => Array<string>(length).fill(key)));
    expect(known.end(client)).toBe(end);
    expect(reasonOf(() => known.keyOf({ client, clock: end }))).toBe('pending');
    expect(reasonOf(() => known.keyOf({ client: client + 1, clock: 0 }))).toBe('pending');
  });

  it('begin behind what the room knows, of which nothing is added', () => {
    const doc = replica(3, 0);
    doc.getMap('items').set('known', 1);
    const known = new KnownClocks(doc);
    const one = { root: 'items', key: 'other', client, clock: 0, length: 1 };
    known.add(one);
    expect([known.before(client), known.end(client), known.added]).toEqual([1, 1, []]);
    expect(known.keyOf({ client, clock: 0 }).key).toBe('known');
    known.add({ ...one, clock: 1 });
    expect([known.end(client), known.added.length]).toEqual([2, 1]);
  });
});
