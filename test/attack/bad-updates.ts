import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';
import { after, handmade, item, made, textBytes, varint, WORD } from './crafted.ts';

/** Updates that no honest device sends, tried against admission itself and over the wire. */
export interface BadUpdate {
  readonly name: string;
  /** Why admission refuses it. */
  readonly reason: string;
  /** The update, by the numbers of the device that offers it and of a colleague who has written three items. */
  readonly bytes: (by: { device: number; colleague: number }) => Uint8Array;
}

const good = item(8, WORD);
const own = (device: number) => device * RANGE + 1;
const PROTO = item(8, [
  1,
  118,
  1,
  ...textBytes('__proto__'),
  118,
  1,
  ...textBytes('role'),
  119,
  ...textBytes('admin'),
]);
const items = (doc: Y.Doc) => doc.getMap<unknown>('items');

const TABLE: readonly (readonly [string, string, BadUpdate['bytes']])[] = [
  ['an id of a colleague', 'foreign-client', ({ colleague }) => handmade(own(colleague), 3, [good])],
  [
    'a skip in the name of a colleague',
    'foreign-client',
    ({ colleague }) => handmade(own(colleague) + 1, 0, [[10, 1]]),
  ],
  [
    'the id just above the range',
    'foreign-client',
    ({ device }) => handmade((device + 1) * RANGE, 0, [good]),
  ],
  ['the id just below the range', 'foreign-client', ({ device }) => handmade(device * RANGE - 1, 0, [good])],
  [
    '200 ids claimed at once',
    'foreign-client',
    ({ colleague }) =>
      Uint8Array.from([
        200,
        1,
        ...Array.from({ length: 200 }, (_, at) => [
          1,
          ...varint(own(colleague) + 10 + at),
          0,
          ...good,
        ]).flat(),
        0,
      ]),
  ],
  ['a gap before the first', 'gap', ({ device }) => handmade(own(device), 1, [good])],
  ['a skip inside', 'kind', ({ device }) => handmade(own(device), 0, [good, [10, 4], good])],
  ['a clock beyond 2^31', 'future-clock', ({ device }) => handmade(own(device), 2 ** 31, [good])],
  [
    'a length beyond 2^31',
    'future-clock',
    ({ device }) => handmade(own(device), 0, [item(1, varint(2 ** 31))]),
  ],
  [
    'garbage of 2^53-1 that ends the process',
    'kind',
    ({ device }) => handmade(own(device), 0, [[0, ...varint(2 ** 53 - 1)]]),
  ],
  ['garbage of one', 'kind', ({ device }) => handmade(own(device), 0, [[0, 1]])],
  [
    'an item on its own future, which bricks a room',
    'pending',
    ({ device }) => handmade(own(device), 0, [after(own(device), 0)]),
  ],
  [
    'an item on what comes later',
    'pending',
    ({ device }) => handmade(own(device), 0, [after(own(device), 1), good]),
  ],
  [
    "an item on a colleague's future",
    'pending',
    ({ device, colleague }) => handmade(own(device), 0, [after(own(colleague), 9)]),
  ],
  [
    'two clients that stand on each other',
    'pending',
    ({ device }) =>
      Uint8Array.from([
        2,
        1,
        ...varint(own(device) + 1),
        0,
        ...after(own(device), 0),
        1,
        ...varint(own(device)),
        0,
        ...after(own(device) + 1, 0),
        0,
      ]),
  ],
  [
    'one client in two sections',
    'malformed',
    ({ device }) =>
      Uint8Array.from([2, 1, ...varint(own(device)), 0, ...good, 1, ...varint(own(device)), 1, ...good, 0]),
  ],
  [
    'a delete of what a colleague will write',
    'future-delete',
    ({ device, colleague }) =>
      handmade(own(device), 0, [good], [1, ...varint(own(colleague)), 1, 3, ...varint(1e9)]),
  ],
  [
    'a delete of what a colleague will write, alone',
    'future-delete',
    ({ colleague }) => Uint8Array.from([0, 1, ...varint(own(colleague)), 1, 0, 100]),
  ],
  ['a delete of a client nobody has seen', 'future-delete', () => Uint8Array.from([0, 1, 7, 1, 0, 1])],
  [
    'a root that is not declared',
    'root',
    ({ device }) => handmade(own(device), 0, [item(8, WORD, 'admins')]),
  ],
  ['the root __proto__', 'root', ({ device }) => handmade(own(device), 0, [item(8, WORD, '__proto__')])],
  [
    'the key __proto__',
    'key',
    ({ device }) => handmade(own(device), 0, [item(8, WORD, 'items', '__proto__')]),
  ],
  ['a key of 65', 'key', ({ device }) => made(device, (doc) => items(doc).set('k'.repeat(65), 1))],
  ['a readable key', 'key', ({ device }) => made(device, (doc) => items(doc).set('Ann Smith', 1))],
  ['no key', 'key', ({ device }) => made(device, (doc) => doc.getArray('items').push([1]))],
  ['a subdocument', 'kind', ({ device }) => made(device, (doc) => items(doc).set('k', new Y.Doc()))],
  [
    'an XML element',
    'kind',
    ({ device }) => made(device, (doc) => items(doc).set('k', new Y.XmlElement('script'))),
  ],
  ['a nested map', 'kind', ({ device }) => made(device, (doc) => items(doc).set('k', new Y.Map([['a', 1]])))],
  [
    'a text with formats',
    'key',
    ({ device }) => made(device, (doc) => doc.getText('items').insert(0, 'a', { bold: true })),
  ],
  [
    'an embed',
    'key',
    ({ device }) => made(device, (doc) => doc.getText('items').insertEmbed(0, { image: 'x' })),
  ],
  ['bytes', 'kind', ({ device }) => made(device, (doc) => items(doc).set('k', new Uint8Array(3)))],
  [
    'two values in one item',
    'kind',
    ({ device }) => handmade(own(device), 0, [item(8, [2, 125, 1, 125, 2])]),
  ],
  [
    'a list of values without a right end',
    'kind',
    ({ device }) => handmade(own(device), 0, [good, [0x40 | 8, ...varint(own(device)), 0, ...WORD]]),
  ],
  ['an unknown kind of content', 'malformed', ({ device }) => handmade(own(device), 0, [item(13, WORD)])],
  ['undefined', 'value', ({ device }) => handmade(own(device), 0, [item(8, [1, 127])])],
  ['a number that is none', 'value', ({ device }) => made(device, (doc) => items(doc).set('k', Number.NaN))],
  [
    'a number without end',
    'value',
    ({ device }) => made(device, (doc) => items(doc).set('k', Number.POSITIVE_INFINITY)),
  ],
  ['a big integer', 'value', ({ device }) => made(device, (doc) => items(doc).set('k', { n: 2n ** 60n }))],
  ['__proto__ in a value', 'value', ({ device }) => handmade(own(device), 0, [PROTO])],
  [
    'a value of depth 17',
    'value',
    ({ device }) => made(device, (doc) => items(doc).set('k', JSON.parse('['.repeat(17) + ']'.repeat(17)))),
  ],
  [
    'a value so deep that reading it throws',
    'malformed',
    ({ device }) =>
      handmade(own(device), 0, [
        item(8, [1, ...Array.from({ length: 300_000 }, () => [117, 1]).flat(), 126]),
      ]),
  ],
  [
    'more than a megabyte',
    'oversize',
    ({ device }) => made(device, (doc) => items(doc).set('k', 'x'.repeat(1 << 20))),
  ],
  ['nothing at all', 'malformed', () => new Uint8Array()],
  ['a number that does not end', 'malformed', () => new Uint8Array(64).fill(0xff)],
  ['a truncated update', 'malformed', ({ device }) => handmade(own(device), 0, [good]).slice(0, -3)],
  [
    'more sections than there are',
    'malformed',
    ({ device }) => Uint8Array.from([9, 1, ...varint(own(device)), 0, ...good, 0]),
  ],
];

export const BAD_UPDATES: readonly BadUpdate[] = TABLE.map(([name, reason, bytes]) => ({
  name,
  reason,
  bytes,
}));

/** What the colleague has written: three items, of which one is deleted. */
export function colleagues(doc: Y.Doc): void {
  items(doc).set('a', 1);
  items(doc).set('b', 2);
  items(doc).set('c', 3);
  items(doc).delete('c');
}
