/**
 * Bytes that many have under way at once, each owner by several items. Where they are too many in all, the owner of most
 * gives way by what has most of them: whoever sends little is never ended for what others send.
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

  /** Notes what an item has now; answers with the item that has to give way, null where none has to. */
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
