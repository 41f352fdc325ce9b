/** By whom something is in turn: a member, and then one of their devices. */
export type Whose = readonly (string | number)[];

/**
 * Things that wait, of many owners. They are taken one owner after the other, and of one owner one device after the other;
 * of one device in their order. Whoever brings thousands makes nobody wait for more than one of them.
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

  /** Takes what is next; undefined where nothing waits. */
  shift(): Thing | undefined {
    if (this.count === 0) return undefined;
    this.count -= 1;
    const next = this.owners.entries().next();
    if (next.done) return this.first();
    const [owner, own] = next.value;
    const thing = own.shift();
    // The order of the map is that of the turns.
    this.owners.delete(owner);
    if (own.size > 0) this.owners.set(owner, own);
    return thing;
  }

  /** Those before it are let go of now and then, since that moves all the others. */
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
