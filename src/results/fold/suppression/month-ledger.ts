import type { Drop } from './drop.ts';
import { BY_DAY, type Grain, KINDS, THE_REST, TOTAL } from './figure.ts';
import { Ledger, type Row, type Terms } from './ledger.ts';

/** What is published at a step beside the total. */
export interface Due {
  /** The team's current day; open figures of earlier days are published once. */
  readonly today: number;
  /** Whether all other figures are published. */
  readonly rest: boolean;
}

/** A published step of a month. */
export interface PublishedStep {
  readonly drops: readonly Drop[];
  readonly due: Due;
  readonly rows: readonly Pick<Row, 'type' | 'figure'>[];
}

/** Sums by figure and type. */
export type Shown = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A team's month: one ledger per type, since no row has two types. */
export class MonthLedger {
  protected readonly terms: Terms;
  private readonly ledgers = new Map<string, Ledger>();
  private readonly sums = new Map<string, Map<string, number>>();
  private openDay = 0;

  constructor(terms: Terms) {
    this.terms = terms;
  }

  /** All that was published so far. */
  get shown(): Shown {
    return this.sums;
  }

  /** Requires more witnesses from now on; never fewer. */
  raise(cover: number): void {
    this.terms.cover = Math.max(this.terms.cover, cover);
  }

  forget(member: string): void {
    for (const ledger of this.ledgers.values()) ledger.forget(member);
  }

  /** Closes a step: adds its drops and answers with the published rows. */
  step(drops: readonly Drop[], due: Due): Row[] {
    return [...this.stepping(drops, due)].filter((row) => row !== null);
  }

  /**
   * Closes a step figure by figure, so that the caller can do other work in between: a row, or null if it was not published.
   */
  *stepping(drops: readonly Drop[], due: Due): Generator<Row | null> {
    this.add(drops);
    for (const ledger of this.all()) yield* this.offer(ledger, TOTAL);
    if (due.today > this.openDay) {
      for (const kind of BY_DAY) for (const ledger of this.all()) yield* this.offer(ledger, kind, due.today);
      this.endDays(due.today);
    }
    if (!due.rest) return;
    for (const kind of THE_REST) for (const ledger of this.all()) yield* this.offer(ledger, kind);
  }

  /** Replays a published step: the content of its rows follows from the drops and their order. */
  replay({ drops, due, rows }: PublishedStep): void {
    this.add(drops);
    for (const { type, figure } of rows) this.show(this.ledger(type).take(figure, this.grain));
    if (due.today > this.openDay) this.endDays(due.today);
  }

  private *offer(ledger: Ledger, kind: string, before?: number): Generator<Row | null> {
    for (const figure of ledger.waiting(kind, before)) {
      const row = ledger.offer(figure, this.grain);
      if (row) this.show(row);
      yield row;
    }
  }

  private add(drops: readonly Drop[]): void {
    for (const drop of drops) this.ledger(drop.type).add(drop);
  }

  private show({ type, figure, value }: Row): void {
    const sums = this.sums.get(figure) ?? new Map<string, number>();
    this.sums.set(figure, sums.set(type, (sums.get(type) ?? 0) + value));
  }

  private endDays(today: number): void {
    for (const ledger of this.ledgers.values())
      for (const kind of [KINDS.day, KINDS.site]) ledger.drop(kind, today);
    this.openDay = today;
  }

  private get grain(): Grain {
    return { isWide: this.terms.isWide, openDay: this.openDay };
  }

  private ledger(type: string): Ledger {
    const ledger = this.ledgers.get(type) ?? this.newLedger(type);
    this.ledgers.set(type, ledger);
    return ledger;
  }

  protected newLedger(type: string): Ledger {
    return new Ledger(type, this.terms);
  }

  /** In a fixed order, whichever type came first. */
  private all(): Ledger[] {
    return [...this.ledgers.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
  }
}
