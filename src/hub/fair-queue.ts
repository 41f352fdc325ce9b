/** The path of owners by which turns are taken: a member, then one of their devices. */
export type Whose = readonly (string | number)[];

/**
 * A round-robin queue over many owners: one thing of each owner in turn, and within an owner one of each device; a device's
 * things stay in order. Whoever queues thousands delays the others by only one of them.
 */
export class FairQueue<Thing> {
  private readonly owners = new Map<string | number, FairQueue<Thing>>();
  private things: Thing[] = [];
  private taken = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  push([owner, ...rest]: Whose, thing: Thing): void {
    this.count += 1;
    if (owner === undefined) return void this.things.push(thing);
    const own = this.owners.get(owner) ?? new FairQueue<Thing>();
    this.owners.set(owner, own);
    own.push(rest, thing);
  }

  /** Takes the next thing; undefined if the queue is empty. */
  shift(): Thing | undefined {
    if (this.count === 0) return undefined;
    this.count -= 1;
    const next = this.owners.entries().next();
    if (next.done) return this.first();
    const [owner, own] = next.value;
    const thing = own.shift();
    // Deleted and set again: the map's order is the order of turns.
    this.owners.delete(owner);
    if (own.size > 0) this.owners.set(owner, own);
    return thing;
  }

  /** Taken ones are dropped only now and then, since that copies the rest of the array. */
  private first(): Thing | undefined {
    const thing = this.things[this.taken];
    this.taken += 1;
    if (this.taken >= 64 || this.taken === this.things.length) {
      this.things = this.things.slice(this.taken);
      this.taken = 0;
    }
    return thing;
  }
}
