import { DropClass, type Entry, witnesses } from './classes.ts';
import type { Drop } from './drop.ts';
import { type Grain, kindOf, namesOf, partsOfFigure, TOTAL } from './figure.ts';

/** By what a month is published. */
export interface Terms {
  /** Disjoint witnesses that a row must have. */
  cover: number;
  /** Whether a member's drops give cover: not of who is named, new or gone. */
  readonly covers: (member: string) => boolean;
  readonly isWide: boolean;
}

/** One published number: so many more of a figure. */
export interface Row {
  readonly type: string;
  readonly figure: string;
  readonly value: number;
}

/** What was published of one type in one month, and what waits to be. */
export class Ledger {
  readonly type: string;
  protected readonly terms: Terms;
  private readonly pending = new Map<string, Entry[]>();

  constructor(type: string, terms: Terms) {
    this.type = type;
    this.terms = terms;
  }

  add(drop: Drop): void {
    const person = this.terms.covers(drop.member) ? drop.member : '';
    this.wait(TOTAL, { drop, person, in: null, left: 1 });
  }

  /** The figures of some kind for which something waits, those of most people first. `before`: days before this one alone. */
  waiting(kind: string, before = Number.POSITIVE_INFINITY): string[] {
    const all = [...this.pending].filter(
      ([figure]) => kindOf(figure) === kind && (kind === TOTAL || !(dayOf(figure) >= before)),
    );
    const people = (entries: readonly Entry[]) =>
      new Set(entries.map(({ person }) => person).filter(Boolean)).size;
    return all
      .map(([figure, entries]) => ({ figure, n: people(entries) }))
      .sort((a, b) => b.n - a.n || (a.figure < b.figure ? -1 : 1))
      .map(({ figure }) => figure);
  }

  /** Publishes what waits for a figure as one row, or nothing of it where it has too few witnesses. */
  offer(figure: string, grain: Grain): Row | null {
    return this.isCovered(this.pending.get(figure) ?? []) ? this.take(figure, grain) : null;
  }

  protected isCovered(entries: readonly Entry[]): boolean {
    return witnesses(entries, this.terms.cover) >= this.terms.cover;
  }

  /** Publishes what waits for a figure: offered and let through, now or in the past that is replayed. */
  take(figure: string, grain: Grain): Row {
    const entries = this.pending.get(figure) ?? [];
    const split = new Map<DropClass | null, DropClass>();
    this.pending.delete(figure);
    for (const entry of entries) {
      this.move(entry, split);
      const parts = partsOfFigure(figure, entry.drop, grain);
      entry.left += parts.length;
      for (const part of parts) this.wait(part, entry);
      leave(entry);
    }
    return { type: this.type, figure, value: entries.reduce((sum, { drop }) => sum + drop.count, 0) };
  }

  /** Lets go of what waits for figures of a kind before a day: they are offered no more. */
  drop(kind: string, before: number): void {
    for (const [figure, entries] of this.pending) {
      if (kindOf(figure) !== kind || dayOf(figure) >= before) continue;
      this.pending.delete(figure);
      for (const entry of entries) leave(entry);
    }
  }

  /** Takes out what a member who left has that is in no row; what is in one stays. */
  forget(member: string): void {
    const entries = this.pending.get(TOTAL) ?? [];
    this.pending.set(
      TOTAL,
      entries.filter(({ drop }) => drop.member !== member),
    );
  }

  private wait(figure: string, entry: Entry): void {
    const entries = this.pending.get(figure);
    if (entries) entries.push(entry);
    else this.pending.set(figure, [entry]);
  }

  /** Into the class of what was in the same rows and is in this one too. */
  private move(entry: Entry, split: Map<DropClass | null, DropClass>): void {
    if (entry.person === '') return;
    const to = split.get(entry.in) ?? new DropClass();
    split.set(entry.in, to);
    entry.in?.remove(entry.person);
    to.add(entry.person);
    entry.in = to;
  }
}

/** One figure fewer may take it. */
function leave(entry: Entry): void {
  entry.left -= 1;
  if (entry.left === 0) entry.in?.close();
}

/** The day of a figure that is told apart by days; else no number. */
const dayOf = (figure: string): number => Number(namesOf(figure)[0] ?? 'none');
