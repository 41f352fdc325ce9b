import * as Y from 'yjs';
import type { ItemKey } from './known-clocks.ts';
import { must } from './refusal.ts';

/** Integration steps that one update may cost. An honest one walks once past what others wrote meanwhile. */
const MOST_STEPS = 40_000;
/** Splicing an array of so many structs costs about one step. */
const SPLICED = 32;

/** The items of one key in Yjs's linked list, the newest last. */
interface Chain {
  /** Its length in the room, counted lazily. */
  length: number | null;
  added: number;
  /** Ids of items that are no item's origin yet. */
  readonly ends: Set<string>;
}

const nameOf = (client: number, clock: number) => `${client} ${clock}`;

/**
 * Estimates the work of Yjs to integrate an update's items. An item whose origin is the end of its list costs nothing; any
 * other walks along the list to find its place, and an origin in the middle of a merged struct splits that struct.
 */
export class IntegrationCost {
  private readonly doc: Y.Doc;
  private readonly chains = new Map<string, Chain>();
  private steps = 0;
  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  /** Adds an item's cost; refuses the update once it is too much. `isNew`: the item will be integrated. */
  count({ root, key }: ItemKey, { id, length, origin }: Y.Item, isNew: boolean): void {
    if (origin) this.steps += this.splits(origin);
    if (isNew) {
      const chain = this.chain(root, key);
      const isFree = origin
        ? chain.ends.delete(nameOf(origin.client, origin.clock))
        : this.isEmpty(chain, root, key);
      if (!isFree) this.steps += this.lengthOf(chain, root, key) + chain.added;
      chain.added += 1;
      chain.ends.add(nameOf(id.client, id.clock + length - 1));
    }
    must(this.steps <= MOST_STEPS, 'oversize');
  }

  private splits({ client, clock }: Y.ID): number {
    const structs = this.doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.doc.store, client)) return 0;
    const { id, length } = Y.getItem(this.doc.store, Y.createID(client, clock));
    return id.clock + length - 1 === clock ? 0 : 1 + Math.ceil(structs.length / SPLICED);
  }

  private chain(root: string, key: string): Chain {
    const name = `${root} ${key}`;
    const known = this.chains.get(name);
    if (known) return known;
    const last = this.lastOf(root, key)?.lastId;
    const ends = new Set(last ? [nameOf(last.client, last.clock)] : []);
    const chain: Chain = { length: null, added: 0, ends };
    this.chains.set(name, chain);
    return chain;
  }

  private isEmpty(chain: Chain, root: string, key: string): boolean {
    return chain.added === 0 && !this.lastOf(root, key);
  }

  private lastOf(root: string, key: string): Y.Item | undefined {
    return this.doc.share.get(root)?._map.get(key);
  }

  private lengthOf(chain: Chain, root: string, key: string): number {
    if (chain.length !== null) return chain.length;
    let length = 0;
    // Further on it is too much in any case, and counting it would cost what is to be refused.
    for (let item = this.lastOf(root, key) ?? null; item && length <= MOST_STEPS; item = item.left)
      length += 1;
    chain.length = length;
    return length;
  }
}
