/**
 * Counts bytes that are pending for many owners, each with several items. When they are too many in all, the owner of most
 * loses their largest item, so whoever sends little is never cut off because of others.
 */
export class PendingBytes<Item> {
  private readonly most: number;
  private readonly owners = new Map<string, { bytes: number; readonly items: Map<Item, number> }>();
  private total = 0;

  constructor(most: number) {
    this.most = most;
  }

  get size(): number {
    return this.total;
  }

  /** Sets how many bytes an item has now; answers with the item to cut off, or null. */
  note(owner: string, item: Item, bytes: number): Item | null {
    const of = this.owners.get(owner) ?? { bytes: 0, items: new Map<Item, number>() };
    const more = bytes - (of.items.get(item) ?? 0);
    of.bytes += more;
    this.total += more;
    if (bytes > 0) of.items.set(item, bytes);
    else of.items.delete(item);
    if (of.items.size > 0) this.owners.set(owner, of);
    else this.owners.delete(owner);
    return more > 0 && this.total > this.most ? this.worst() : null;
  }

  private worst(): Item | null {
    const owner = mostOf(this.owners, ({ bytes }) => bytes);
    return (owner && mostOf(owner[1].items, (bytes) => bytes)?.[0]) || null;
  }
}

function mostOf<Key, Value>(
  of: ReadonlyMap<Key, Value>,
  bytes: (value: Value) => number,
): [Key, Value] | null {
  let most: [Key, Value] | null = null;
  for (const one of of) if (!most || bytes(one[1]) > bytes(most[1])) most = one;
  return most;
}
