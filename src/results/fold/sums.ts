/** What a member or a part of a team prepared, opened and captured, and how many people followed it. */
export interface Sums {
  readonly prepared: number;
  readonly opened: number;
  readonly captured: number;
  /** People who followed a link, by itself or by its code. */
  readonly clicked: number;
}

export const NOTHING: Sums = { prepared: 0, opened: 0, captured: 0, clicked: 0 };

/** Sums plus a count of one type. Types that are not summed (bots, duplicates) change nothing. */
export function more(sums: Sums, counted: string, count: number): Sums {
  const type = counted === 'scanned' ? 'clicked' : counted;
  return Object.hasOwn(sums, type) ? { ...sums, [type]: sums[type as keyof Sums] + count } : sums;
}

export const together = (a: Sums, b: Sums): Sums => ({
  prepared: a.prepared + b.prepared,
  opened: a.opened + b.opened,
  captured: a.captured + b.captured,
  clicked: a.clicked + b.clicked,
});

export const isNothing = (sums: Sums): boolean => Object.values(sums).every((n) => n === 0);

/** Sums by id. Zero sums are removed, so that adding and subtracting leaves no trace. */
export class SumsBy {
  private readonly by = new Map<string, Sums>();

  add(id: string, type: string, count: number): void {
    const after = more(this.by.get(id) ?? NOTHING, type, count);
    if (isNothing(after)) this.by.delete(id);
    else this.by.set(id, after);
  }

  get(id: string): Sums {
    return this.by.get(id) ?? NOTHING;
  }

  has(id: string): boolean {
    return this.by.has(id);
  }

  ids(): IterableIterator<string> {
    return this.by.keys();
  }

  get size(): number {
    return this.by.size;
  }

  entries(): IterableIterator<[string, Sums]> {
    return this.by.entries();
  }

  total(): Sums {
    let total = NOTHING;
    for (const sums of this.by.values()) total = together(total, sums);
    return total;
  }
}
