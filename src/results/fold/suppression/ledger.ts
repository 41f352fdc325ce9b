import { coverOf } from '../../../team/figures.ts';
import type { Measures } from '../measures.ts';
import type { Drop } from './drop.ts';
import { type Grain, kindOf, namesOf, partsOfFigure, TOTAL } from './figure.ts';
import { DropClass, type Entry, witnesses } from './witnesses.ts';

/** The rules for publishing a month. */
export interface Terms {
  /** Disjoint witnesses that a row needs. */
  cover: number;
  /** Whether a member's drops give cover; those of named, new and former members do not. */
  readonly covers: (member: string) => boolean;
  readonly isWide: boolean;
  /** What the measures themselves ask for. */
  readonly measures: Pick<Measures, 'isByParts' | 'minPeopleOf'>;
}

/** One published number: the increase of a figure. */
export interface Row {
  readonly type: string;
  readonly figure: string;
  readonly value: number;
}

/** The published and pending drops of one type in one month. */
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

  /** The figures of a kind with pending drops, those of most people first. `before`: only days before this one. */
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

  /** Publishes a figure's pending drops as one row, or nothing if it has too few witnesses. */
  offer(figure: string, grain: Grain): Row | null {
    return this.isCovered(this.pending.get(figure) ?? []) ? this.take(figure, grain) : null;
  }

  protected isCovered(entries: readonly Entry[]): boolean {
    const { cover, measures } = this.terms;
    const enough = Math.max(cover, coverOf(measures.minPeopleOf(this.type)));
    return witnesses(entries, enough) >= enough;
  }

  /** Publishes a figure's pending drops without a check: it was made just now, or before in a step that is replayed. */
  take(figure: string, grain: Grain): Row {
    const entries = this.pending.get(figure) ?? [];
    const split = new Map<DropClass | null, DropClass>();
    const isByParts = this.terms.measures.isByParts(this.type);
    this.pending.delete(figure);
    for (const entry of entries) {
      this.move(entry, split);
      const parts = isByParts ? partsOfFigure(figure, entry.drop, grain) : [];
      entry.left += parts.length;
      for (const part of parts) this.wait(part, entry);
      leave(entry);
    }
    return { type: this.type, figure, value: entries.reduce((sum, { drop }) => sum + drop.count, 0) };
  }

  /** Drops what is pending for figures of a kind before a day, which are not published any more. */
  drop(kind: string, before: number): void {
    for (const [figure, entries] of this.pending) {
      if (kindOf(figure) !== kind || dayOf(figure) >= before) continue;
      this.pending.delete(figure);
      for (const entry of entries) leave(entry);
    }
  }

  /** Removes a former member's unpublished drops; published ones stay. */
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

  /** Moves a drop to the class of those that were in the same rows and are in this one too. */
  private move(entry: Entry, split: Map<DropClass | null, DropClass>): void {
    if (entry.person === '') return;
    const to = split.get(entry.in) ?? new DropClass();
    split.set(entry.in, to);
    entry.in?.remove(entry.person);
    to.add(entry.person);
    entry.in = to;
  }
}

/** One figure fewer may publish it. */
function leave(entry: Entry): void {
  entry.left -= 1;
  if (entry.left === 0) entry.in?.close();
}

/** The day of a figure by day; NaN for others. */
const dayOf = (figure: string): number => Number(namesOf(figure)[0] ?? 'none');
