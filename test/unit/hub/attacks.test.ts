import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RANGE } from '../../../src/workspace/room.ts';
import { all, handmade, hubRoom, replica, TERMS, varint } from './rooms.ts';

const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
/** An item that names its place: content, root, key. */
const item = (content: number, rest: readonly number[], root = 'items', key = 'k') => [
  0x20 | content,
  1,
  ...text(root),
  ...text(key),
  ...rest,
];
const value = [1, 119, ...text('v')];
const good = item(8, value);
const after = (client: number, clock: number) => [0x80 | 8, ...varint(client), ...varint(clock), ...value];

const ANN = 3;
const BOB = 4;
const ann = ANN * RANGE + 1;
const bob = BOB * RANGE + 1;

/** An update of Ann's made by Yjs itself. */
function made(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = replica(ANN);
  change(doc);
  return all(doc);
}
const items = (doc: Y.Doc) => doc.getMap<unknown>('items');
const proto = Uint8Array.from([
  ...item(8, [1, 118, 1, ...text('__proto__'), 118, 1, ...text('role'), 119, ...text('admin')]),
]);

/** A room in which Bob wrote three things, of which one is deleted. */
function roomOfBob(terms = TERMS) {
  const room = hubRoom(terms);
  const doc = replica(BOB);
  items(doc).set('a', 1);
  items(doc).set('b', 2);
  items(doc).set('c', 3);
  items(doc).delete('c');
  expect(room.offer(all(doc), BOB).ok).toBe(true);
  return room;
}

const ATTACKS: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an id of a colleague', 'foreign-client', () => handmade(bob, 3, [good])],
  ['a skip in the name of a colleague', 'foreign-client', () => handmade(bob + 1, 0, [[10, 1]])],
  ['the id just above the range', 'foreign-client', () => handmade((ANN + 1) * RANGE, 0, [good])],
  ['the id just below the range', 'foreign-client', () => handmade(ANN * RANGE - 1, 0, [good])],
  [
    '200 ids claimed at once',
    'foreign-client',
    () =>
      Uint8Array.from([
        200,
        1,
        ...Array.from({ length: 200 }, (_, at) => [1, ...varint(bob + 10 + at), 0, ...good]).flat(),
        0,
      ]),
  ],
  ['a gap before the first', 'gap', () => handmade(ann, 1, [good])],
  ['a skip inside', 'kind', () => handmade(ann, 0, [good, [10, 4], good])],
  ['a clock beyond 2^31', 'future-clock', () => handmade(ann, 2 ** 31, [good])],
  ['a length beyond 2^31', 'future-clock', () => handmade(ann, 0, [item(1, varint(2 ** 31))])],
  ['garbage of 2^53-1 that ends the process', 'kind', () => handmade(ann, 0, [[0, ...varint(2 ** 53 - 1)]])],
  ['garbage of one', 'kind', () => handmade(ann, 0, [[0, 1]])],
  ['an item on its own future, which bricks a room', 'pending', () => handmade(ann, 0, [after(ann, 0)])],
  ['an item on what comes later', 'pending', () => handmade(ann, 0, [after(ann, 1), good])],
  ["an item on a colleague's future", 'pending', () => handmade(ann, 0, [after(bob, 9)])],
  [
    'two clients that stand on each other',
    'pending',
    () =>
      Uint8Array.from([
        2,
        1,
        ...varint(ann + 1),
        0,
        ...after(ann, 0),
        1,
        ...varint(ann),
        0,
        ...after(ann + 1, 0),
        0,
      ]),
  ],
  [
    'one client in two sections',
    'malformed',
    () => Uint8Array.from([2, 1, ...varint(ann), 0, ...good, 1, ...varint(ann), 1, ...good, 0]),
  ],
  [
    'a delete of what a colleague will write',
    'future-delete',
    () => handmade(ann, 0, [good], [1, ...varint(bob), 1, 3, ...varint(1e9)]),
  ],
  ['the same with nothing else', 'future-delete', () => Uint8Array.from([0, 1, ...varint(bob), 1, 0, 100])],
  ['a delete of a client nobody has seen', 'future-delete', () => Uint8Array.from([0, 1, 7, 1, 0, 1])],
  ['a root that is not declared', 'root', () => handmade(ann, 0, [item(8, value, 'admins')])],
  ['the root __proto__', 'root', () => handmade(ann, 0, [item(8, value, '__proto__')])],
  ['the key __proto__', 'key', () => handmade(ann, 0, [item(8, value, 'items', '__proto__')])],
  ['a key of 65', 'key', () => made((doc) => items(doc).set('k'.repeat(65), 1))],
  ['a readable key', 'key', () => made((doc) => items(doc).set('Ann Smith', 1))],
  ['no key', 'key', () => made((doc) => doc.getArray('items').push([1]))],
  ['a subdocument', 'kind', () => made((doc) => items(doc).set('k', new Y.Doc()))],
  ['an XML element', 'kind', () => made((doc) => items(doc).set('k', new Y.XmlElement('script')))],
  ['a nested map', 'kind', () => made((doc) => items(doc).set('k', new Y.Map([['a', 1]])))],
  ['a text with formats', 'key', () => made((doc) => doc.getText('items').insert(0, 'a', { bold: true }))],
  ['an embed', 'key', () => made((doc) => doc.getText('items').insertEmbed(0, { image: 'x' }))],
  ['bytes', 'kind', () => made((doc) => items(doc).set('k', new Uint8Array(3)))],
  ['two values in one item', 'kind', () => handmade(ann, 0, [item(8, [2, 125, 1, 125, 2])])],
  [
    'a list of values without a right end',
    'kind',
    () => handmade(ann, 0, [good, [0x40 | 8, ...varint(ann), 0, ...value]]),
  ],
  ['an unknown kind of content', 'malformed', () => handmade(ann, 0, [item(13, value)])],
  ['undefined', 'value', () => handmade(ann, 0, [item(8, [1, 127])])],
  ['a number that is none', 'value', () => made((doc) => items(doc).set('k', Number.NaN))],
  ['a number without end', 'value', () => made((doc) => items(doc).set('k', Number.POSITIVE_INFINITY))],
  ['a big integer', 'value', () => made((doc) => items(doc).set('k', { n: 2n ** 60n }))],
  ['__proto__ in a value', 'value', () => handmade(ann, 0, [[...proto]])],
  [
    'a value of depth 17',
    'value',
    () => made((doc) => items(doc).set('k', JSON.parse('['.repeat(17) + ']'.repeat(17)))),
  ],
  [
    'a value so deep that reading it throws',
    'malformed',
    () => handmade(ann, 0, [item(8, [1, ...Array.from({ length: 300_000 }, () => [117, 1]).flat(), 126])]),
  ],
  ['more than a megabyte', 'oversize', () => made((doc) => items(doc).set('k', 'x'.repeat(1 << 20)))],
  ['nothing at all', 'malformed', () => new Uint8Array()],
  ['a number that does not end', 'malformed', () => new Uint8Array(64).fill(0xff)],
  ['a truncated update', 'malformed', () => handmade(ann, 0, [good]).slice(0, -3)],
  ['more sections than there are', 'malformed', () => Uint8Array.from([9, 1, ...varint(ann), 0, ...good, 0])],
];

describe('an attack on a room', () => {
  it.each(ATTACKS)('by %s is refused: %s', (_, reason, attack) => {
    const room = roomOfBob();
    const before = all(room.doc);
    expect(room.offer(attack(), ANN)).toEqual({ ok: false, reason });
    expect(all(room.doc)).toEqual(before);
  });

  it("by overwriting or deleting a colleague's is refused where each keeps to their own", () => {
    const room = roomOfBob({ ...TERMS, others: false });
    const offers = (change: (doc: Y.Doc) => void) => {
      const doc = replica(ANN);
      Y.applyUpdate(doc, all(room.doc));
      change(doc);
      return room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN);
    };
    expect(offers((doc) => items(doc).set('a', 9))).toEqual({ ok: false, reason: 'others-item' });
    expect(offers((doc) => items(doc).delete('a'))).toEqual({ ok: false, reason: 'others-item' });
    expect(offers((doc) => items(doc).set('mine', 9)).ok).toBe(true);
    expect(items(room.doc).toJSON()).toEqual({ a: 1, b: 2, mine: 9 });
  });
});

describe('an honest update', () => {
  it('says what changed, a deletion without a value', () => {
    const room = roomOfBob();
    const doc = replica(ANN);
    Y.applyUpdate(doc, all(room.doc));
    items(doc).set('a', { title: 'tea' });
    items(doc).delete('b');
    expect(room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN)).toEqual({
      ok: true,
      news: true,
      changes: [
        { root: 'items', key: 'a', value: { title: 'tea' } },
        { root: 'items', key: 'b' },
      ],
    });
  });

  it('that only deletes is news; the same once more is none', () => {
    const room = roomOfBob();
    const only = Uint8Array.from([0, 1, ...varint(bob), 1, 0, 1]);
    const changes = [{ root: 'items', key: 'a' }];
    expect(room.offer(only, ANN)).toEqual({ ok: true, news: true, changes });
    expect(room.offer(only, ANN)).toEqual({ ok: true, news: false, changes: [] });
  });

  it('of many edits of one key, deleted and merged by Yjs, is let in whole and in parts', () => {
    const room = hubRoom();
    const doc = replica(ANN);
    for (let at = 0; at < 20; at++) items(doc).set('k', at);
    expect(room.offer(all(doc), ANN).ok).toBe(true);
    for (let at = 0; at < 20; at++) items(doc).set('k', -at);
    items(doc).delete('k');
    expect(room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN).ok).toBe(true);
    expect(items(room.doc).toJSON()).toEqual({});
  });
});
