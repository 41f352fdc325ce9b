/** The most items in all, and of one owner. */
export interface Bounds {
  readonly most: number;
  readonly mostPerOwner: number;
}

/**
 * A bounded pool of items of many owners. Nobody is refused because of others: when the pool is full, the owner of most
 * loses their oldest item; when an owner's own share is full, that owner does.
 */
export class FairPool<Item> {
  private readonly bounds: Bounds;
  private readonly items = new Map<string, Set<Item>>();
  private readonly ownersByCount = new Map<number, Set<string>>();
  private largest = 0;
  private total = 0;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  get size(): number {
    return this.total;
  }

  /** Adds an owner's item; answers with the item that was evicted for it, or null. */
  add(owner: string, item: Item): Item | null {
    const { most, mostPerOwner } = this.bounds;
    const count = this.items.get(owner)?.size ?? 0;
    const isFull = count >= mostPerOwner || this.total >= most;
    const loser = count >= mostPerOwner || count >= this.largest ? owner : this.ownerOfMost();
    const evicted = isFull ? this.oldestOf(loser) : null;
    if (evicted !== null) this.delete(loser, evicted);
    this.put(owner, item);
    return evicted;
  }

  /** Makes an item its owner's newest. */
  touch(owner: string, item: Item): void {
    const items = this.items.get(owner);
    if (items?.delete(item)) items.add(item);
  }

  delete(owner: string, item: Item): boolean {
    const items = this.items.get(owner);
    if (!items?.delete(item)) return false;
    this.total -= 1;
    this.recount(owner, items.size + 1, items.size);
    if (items.size === 0) this.items.delete(owner);
    return true;
  }

  private put(owner: string, item: Item): void {
    const items = this.items.get(owner) ?? new Set();
    this.items.set(owner, items.add(item));
    this.total += 1;
    this.recount(owner, items.size - 1, items.size);
  }

  private recount(owner: string, before: number, after: number): void {
    this.ownersByCount.get(before)?.delete(owner);
    if (this.ownersByCount.get(before)?.size === 0) this.ownersByCount.delete(before);
    if (after > 0) this.ownersByCount.set(after, (this.ownersByCount.get(after) ?? new Set()).add(owner));
    this.largest = Math.max(this.largest, after);
    while (this.largest > 0 && !this.ownersByCount.has(this.largest)) this.largest -= 1;
  }

  private ownerOfMost(): string {
    const [owner = ''] = this.ownersByCount.get(this.largest) ?? [];
    return owner;
  }

  private oldestOf(owner: string): Item | null {
    for (const item of this.items.get(owner) ?? []) return item;
    return null;
  }
}
