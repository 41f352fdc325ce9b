/** Cells of one day that are shown with their site; rarer ones are merged without it, so that a month stays small. */
const MOST_CELLS = 300;

export interface DayResults {
  readonly day: number;
  /** By `type|channel|site`. */
  readonly counts: Record<string, number>;
}

/** The sums of one day of a team, with the same cells as a diary's day. */
export class DaySums {
  private readonly day: number;
  private readonly cells = new Map<string, number>();
  private cached: DayResults | null = null;

  constructor(day: number) {
    this.day = day;
  }

  add(cell: string, count: number): void {
    const after = (this.cells.get(cell) ?? 0) + count;
    if (after === 0) this.cells.delete(cell);
    else this.cells.set(cell, after);
    this.cached = null;
  }

  get isEmpty(): boolean {
    return this.cells.size === 0;
  }

  /** The published results of the day; cached until it changes. */
  results(): DayResults {
    this.cached ??= { day: this.day, counts: bounded(this.cells) };
    return this.cached;
  }
}

/** The largest cells with their site, and the rest merged without it. */
export function bounded(cells: ReadonlyMap<string, number>): Record<string, number> {
  const sorted = [...cells].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const counts = new Map(sorted.slice(0, MOST_CELLS));
  for (const [cell, n] of sorted.slice(MOST_CELLS)) {
    const [type = '', channel = ''] = cell.split('|');
    const without = `${type}|${channel}|`;
    counts.set(without, (counts.get(without) ?? 0) + n);
  }
  return Object.fromEntries(counts);
}
