import * as Y from 'yjs';
import { RANGE } from '../../workspace/room.ts';
import { type Decoded, isJson } from './decoded.ts';
import { must } from './refusal.ts';

const CLOCKS = 2 ** 31;
const DEPTH = 16;
/** A key outlives the deletion of what it names: nothing but an id of limited length. */
const KEY = /^(?!__proto__$)[A-Za-z0-9_.:-]{1,64}$/;

/** Where an item stands. */
export interface Place {
  readonly root: string;
  readonly key: string;
}

/** An item that an update adds. A deleted one has no value. */
export interface Added extends Place {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly value: unknown;
  readonly deleted: boolean;
}

/** Whether a client id is of that device. */
export function isOf(device: number, client: number): boolean {
  return client >= device * RANGE && client < (device + 1) * RANGE;
}

/** How far the room, with what the update adds, knows a client. */
export class Known {
  readonly added: Added[] = [];
  private readonly ends = new Map<number, number>();
  private readonly spans = new Map<number, Added[]>();
  private readonly doc: Y.Doc;
  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  end(client: number): number {
    return this.ends.get(client) ?? this.before(client);
  }

  before(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  add(one: Added): void {
    this.ends.set(one.client, one.clock + one.length);
    const spans = this.spans.get(one.client);
    if (spans) spans.push(one);
    else this.spans.set(one.client, [one]);
    this.added.push(one);
  }

  /** The place of the item with that id; refused where it has none that we declare. */
  place({ client, clock }: Y.ID): Place {
    if (clock < this.before(client)) return placeOf(Y.getItem(this.doc.store, Y.createID(client, clock)));
    const found = spanAt(this.spans.get(client) ?? [], clock);
    must(found !== undefined, 'pending');
    return found;
  }
}

function spanAt(spans: readonly Added[], clock: number): Added | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span) return undefined;
    if (clock < span.clock) high = middle - 1;
    else if (clock >= span.clock + span.length) low = middle + 1;
    else return span;
  }
  return undefined;
}

/** Where an item of the room stands. */
export function placeOf(item: Y.Item | Y.GC): Place {
  must(item instanceof Y.Item && item.parent instanceof Y.AbstractType, 'kind');
  must(item.parentSub !== null && item.parent._item === null, 'key');
  return { root: Y.findRootTypeKey(item.parent), key: item.parentSub };
}

/**
 * The items an update adds, each checked: what we write and nothing else, from this device, in an order in which every
 * one finds what it stands on. One that stands on its own future would be acknowledged and break every later load.
 */
export function addedItems(
  { structs }: Decoded,
  doc: Y.Doc,
  device: number,
  roots: readonly string[],
): Known {
  const known = new Known(doc);
  const queues = new Map<number, Y.Item[]>();
  for (const struct of structs) {
    must(isOf(device, struct.id.client), 'foreign-client');
    must(struct instanceof Y.Item, 'kind');
    must(struct.length >= 1 && struct.id.clock + struct.length < CLOCKS, 'future-clock');
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  for (const [client, [first]] of queues) must((first?.id.clock ?? 0) <= known.before(client), 'gap');
  while (queues.size > 0) must(advance(queues, known, roots), 'pending');
  return known;
}

/** Takes from each queue what has what it stands on; whether anything was taken. */
function advance(queues: Map<number, Y.Item[]>, known: Known, roots: readonly string[]): boolean {
  let moved = false;
  for (const [client, queue] of queues) {
    let at = 0;
    for (let item = queue[at]; item && stands(item, known); item = queue[++at])
      known.add(checked(item, known, roots));
    moved ||= at > 0;
    if (at === queue.length) queues.delete(client);
    else if (at > 0) queues.set(client, queue.slice(at));
  }
  return moved;
}

function stands({ origin }: Y.Item, known: Known): boolean {
  return origin === null || origin.clock < known.end(origin.client);
}

function checked(item: Y.Item, known: Known, roots: readonly string[]): Added {
  must(item.rightOrigin === null, 'kind');
  const place = item.origin ? known.place(item.origin) : ownPlace(item);
  must(roots.includes(place.root), 'root');
  must(KEY.test(place.key), 'key');
  const { content, id, length } = item;
  const deleted = content instanceof Y.ContentDeleted;
  must(deleted || (content instanceof Y.ContentAny && length === 1), 'kind');
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined;
  must(deleted || isJson(value, DEPTH), 'value');
  return { ...place, client: id.client, clock: id.clock, length, value, deleted };
}

/** The place an item names itself. The decoder leaves the root's name where an applied item has its parent. */
function ownPlace({ parent, parentSub }: Y.Item): Place {
  const root: unknown = parent;
  must(typeof root === 'string', 'root');
  must(parentSub !== null, 'key');
  return { root, key: parentSub };
}
