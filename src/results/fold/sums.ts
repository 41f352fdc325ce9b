import type { Measures, Sums } from './measures.ts';

export type { Sums } from './measures.ts';

export const isNothing = (sums: Sums): boolean => Object.values(sums).every((n) => n === 0);

/** Sums by id. Zero sums are removed, so that adding and subtracting leaves no trace. */
export class SumsBy {
  readonly measures: Measures;
  private readonly by = new Map<string, Sums>();

  constructor(measures: Measures) {
    this.measures = measures;
  }

  add(id: string, type: string, count: number): void {
    const after = this.measures.more(this.get(id), type, count);
    if (isNothing(after)) this.by.delete(id);
    else this.by.set(id, after);
  }

  get(id: string): Sums {
    return this.by.get(id) ?? this.measures.nothing;
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
    let total = this.measures.nothing;
    for (const sums of this.by.values()) total = this.measures.together(total, sums);
    return total;
  }
}
