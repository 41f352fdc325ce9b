/** What somebody, or some part of a team, prepared, opened and kept, and how often people followed it. */
export interface Sums {
  readonly prepared: number;
  readonly opened: number;
  readonly captured: number;
  /** People who followed a link, by itself or by its code. */
  readonly clicked: number;
}

export const NOTHING: Sums = { prepared: 0, opened: 0, captured: 0, clicked: 0 };

/** Sums with more of one type. What is not summed up (bots, what came twice) changes nothing. */
export function more(sums: Sums, told: string, count: number): Sums {
  const type = told === 'scanned' ? 'clicked' : told;
  return Object.hasOwn(sums, type) ? { ...sums, [type]: sums[type as keyof Sums] + count } : sums;
}

export const together = (a: Sums, b: Sums): Sums => ({
  prepared: a.prepared + b.prepared,
  opened: a.opened + b.opened,
  captured: a.captured + b.captured,
  clicked: a.clicked + b.clicked,
});

export const isNothing = (sums: Sums): boolean => Object.values(sums).every((n) => n === 0);

/** Sums kept apart by some id. What comes to nothing leaves no trace, so that taking off again gives what was before. */
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
