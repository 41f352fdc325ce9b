import * as Y from 'yjs';
import { RANGE } from '../../../src/workspace/room.ts';
import { handmade, item, varint, WORD } from '../../attack/crafted.ts';

/** What a crafted update is made from: a room as it stands, a client id of the attacker's, and numbers to choose by. */
export interface Crafting {
  readonly doc: Y.Doc;
  readonly root: string;
  readonly client: number;
  readonly below: (below: number) => number;
}

/** Client ids of a device that its own replica never uses. */
export const attackClient = (device: number, below: (below: number) => number): number =>
  device * RANGE + 500_000 + below(3);

type Shape = (at: Crafting) => Uint8Array;

/** An item after another that is only a deletion of so many. */
const deletedAfter = ({ client, clock }: Y.ID, length: number) => [
  0x80 | 1,
  ...varint(client),
  ...varint(clock),
  ...varint(length),
];
const valueAfter = ({ client, clock }: Y.ID) => [0x80 | 8, ...varint(client), ...varint(clock), ...WORD];
const deletes = (client: number, ...ranges: readonly (readonly [clock: number, length: number])[]) => [
  1,
  ...varint(client),
  ...varint(ranges.length),
  ...ranges.flatMap((range) => range.flatMap(varint)),
];

const endOf = ({ doc, client }: Crafting) => Y.getState(doc.store, client);

/** Something that stands or stood in the room: what is newest under a key, or anything below it. */
function anyOf({ doc, root, below }: Crafting): { id: Y.ID; key: string } {
  const all = [...(doc.share.get(root)?._map ?? [])];
  const [key, last] = all[below(Math.max(1, all.length))] ?? [];
  if (!key || !last) return { id: Y.createID(0, 0), key: 'k' };
  if (below(3) > 0) return { id: last.lastId, key };
  const older = last.left ?? last;
  return { id: Y.createID(older.id.client, older.id.clock + below(older.length)), key };
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'a deletion that comes as content': (at) =>
    handmade(at.client, endOf(at), [deletedAfter(anyOf(at).id, 1 + at.below(3))]),
  'a value that is deleted with it': (at) =>
    handmade(at.client, endOf(at), [valueAfter(anyOf(at).id)], deletes(at.client, [endOf(at), 1])),
  'a deletion that names its own place': (at) =>
    handmade(at.client, endOf(at), [item(1, varint(1 + at.below(2)), at.root, anyOf(at).key)]),
  'a value that names its own place': (at) =>
    handmade(at.client, endOf(at), [item(8, WORD, at.root, anyOf(at).key)]),
  'what begins in the known': (at) =>
    handmade(at.client, Math.max(0, endOf(at) - 1), [deletedAfter(anyOf(at).id, 3)]),
  'what is known, with another content': (at) =>
    handmade(at.client, 0, [item(8, WORD, at.root, anyOf(at).key), valueAfter(anyOf(at).id)]),
  'a deletion of what another wrote': (at) => {
    const { id } = anyOf(at);
    return Uint8Array.from([0, ...deletes(id.client, [id.clock, 1])]);
  },
  'deletions out of order': (at) => {
    const { id } = anyOf(at);
    return Uint8Array.from([0, ...deletes(id.client, [id.clock, 1], [0, id.clock + 1])]);
  },
  'several over one another': (at) => {
    const [clock, { id }] = [endOf(at), anyOf(at)];
    const next = (n: number) => valueAfter(Y.createID(at.client, clock + n));
    const last = deletedAfter(Y.createID(at.client, clock + 1), 2);
    return handmade(at.client, clock, [valueAfter(id), next(0), last]);
  },
  'garbage over a key': (at) => handmade(at.client, endOf(at), [valueAfter(anyOf(at).id), [0, 1]]),
};

/** A crafted update, and what it is called. */
export function crafted(at: Crafting): { name: string; update: Uint8Array } {
  const all = Object.entries(SHAPES);
  const [name, shape] = all[at.below(all.length)] ?? ['nothing', () => Uint8Array.of(0, 0)];
  return { name, update: shape(at) };
}
