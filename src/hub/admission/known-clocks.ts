import * as Y from 'yjs';
import { deviceOfClient } from '../../workspace/room.ts';
import { must } from './refusal.ts';

/** The root and key of an item. */
export interface ItemKey {
  readonly root: string;
  readonly key: string;
}

/** An item that an update adds to the room. */
export interface Added extends ItemKey {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** Whether a client id is in a device's range. */
export const isOf = (device: number, client: number): boolean => deviceOfClient(client) === device;

/** The place of an item in the room; refused if it is not directly under a root. */
export function itemKeyOf(item: Y.Item | Y.GC): ItemKey {
  must(item instanceof Y.Item && item.parent instanceof Y.AbstractType, 'kind');
  must(item.parentSub !== null && item.parent._item === null, 'key');
  return { root: Y.findRootTypeKey(item.parent), key: item.parentSub };
}

/** The clocks that are known of each client: by the room, and by the items of the update so far. */
export class KnownClocks {
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

  /** Adds a new item; one that the room knows already is ignored. */
  add(one: Added): void {
    if (one.clock < this.before(one.client)) return;
    this.ends.set(one.client, one.clock + one.length);
    const spans = this.spans.get(one.client);
    if (spans) spans.push(one);
    else this.spans.set(one.client, [one]);
    this.added.push(one);
  }

  /** The place of the item with that id; refused if it is unknown. */
  keyOf({ client, clock }: Y.ID): ItemKey {
    if (clock < this.before(client)) return itemKeyOf(Y.getItem(this.doc.store, Y.createID(client, clock)));
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
