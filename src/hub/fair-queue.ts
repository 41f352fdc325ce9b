/** The path of owners by which turns are taken: a member, then one of their devices. */
export type Whose = readonly (string | number)[];

/**
 * A round-robin queue over many owners: one item of each owner in turn, and within an owner one of each device; a device's
 * items stay in order. Whoever queues thousands delays the others by only one of them.
 */
export class FairQueue<Item> {
  private readonly owners = new Map<string | number, FairQueue<Item>>();
  private items: Item[] = [];
  private taken = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  push([owner, ...rest]: Whose, item: Item): void {
    this.count += 1;
    if (owner === undefined) return void this.items.push(item);
    const own = this.owners.get(owner) ?? new FairQueue<Item>();
    this.owners.set(owner, own);
    own.push(rest, item);
  }

  /** Takes the next item; undefined if the queue is empty. */
  shift(): Item | undefined {
    if (this.count === 0) return undefined;
    this.count -= 1;
    const next = this.owners.entries().next();
    if (next.done) return this.first();
    const [owner, own] = next.value;
    const item = own.shift();
    // Deleted and set again: the map's order is the order of turns.
    this.owners.delete(owner);
    if (own.size > 0) this.owners.set(owner, own);
    return item;
  }

  /** Taken ones are dropped only now and then, since that copies the rest of the array. */
  private first(): Item | undefined {
    const item = this.items[this.taken];
    this.taken += 1;
    if (this.taken >= 64 || this.taken === this.items.length) {
      this.items = this.items.slice(this.taken);
      this.taken = 0;
    }
    return item;
  }
}
