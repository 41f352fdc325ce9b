import * as Y from 'yjs';
import type { Place } from './known-clocks.ts';
import { must } from './refusal.ts';

/** Steps of an update through what stands over one another; an honest one goes once through what others wrote meanwhile. */
const MOST_STEPS = 40_000;
/** A splice in an array of so many items costs about a step. */
const SPLICED = 32;

/** What stands over one another under one key, the newest last. */
interface Chain {
  /** How many stand there, counted where it is needed. */
  length: number | null;
  added: number;
  /** Last ids that nothing stands on yet. */
  readonly ends: Set<string>;
}

const nameOf = (client: number, clock: number) => `${client} ${clock}`;

/**
 * Counts what Yjs will do to put the items of an update in their places. One that stands on what nothing stands on yet costs
 * nothing; any other walks through what else stands there, and one that stands in the middle of what was joined splits it.
 */
export class IntegrationCost {
  private readonly doc: Y.Doc;
  private readonly chains = new Map<string, Chain>();
  private steps = 0;
  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  /** Refuses the update at the item at which it becomes too much. `isNew`: whether it will be put anywhere. */
  count({ root, key }: Place, { id, length, origin }: Y.Item, isNew: boolean): void {
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
    const struct = structs[Y.findIndexSS(structs, clock)];
    const isEnd = !struct || struct.id.clock + struct.length - 1 === clock;
    return isEnd ? 0 : 1 + Math.ceil(structs.length / SPLICED);
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
    for (let item = this.lastOf(root, key) ?? null; item && length <= MOST_STEPS; item = item.left)
      length += 1;
    chain.length = length;
    return length;
  }
}
