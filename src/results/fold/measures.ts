import { inOrder } from '../../workspace/in-order.ts';
import type { Measure } from '../../workspace/measure.ts';
import { own } from '../../workspace/named.ts';

/** What somebody, or some part of a team, did and what came of it: a number for each measure. */
export type Sums = Readonly<Record<string, number>>;

/** The measures of a hub: how what is counted adds up, and in which order rows stand. */
export class Measures {
  /** Names of all measures, as they stand in a row. */
  readonly ids: readonly string[];
  readonly nothing: Sums;
  /** The fewest people whose sums are shown in one row, which has every measure: as the strictest of them asks. */
  readonly minPeople: number;
  private readonly byId: ReadonlyMap<string, Measure>;
  private readonly byType: ReadonlyMap<string, string>;
  private readonly ranked: readonly string[];

  constructor(all: readonly Measure[]) {
    this.ids = inOrder(all).map(({ id }) => id);
    this.nothing = Object.fromEntries(this.ids.map((id) => [id, 0]));
    this.minPeople = Math.max(0, ...all.map(({ minPeople }) => minPeople));
    this.byId = new Map(all.map((one) => [one.id, one]));
    this.byType = new Map(all.flatMap(({ id, types }) => [id, ...types].map((type) => [type, id] as const)));
    this.ranked = all
      .filter(({ rank }) => rank !== undefined)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ id }) => id);
  }

  /** Sums with more of one type. What adds up to no measure (bots, what came twice) changes nothing. */
  more(sums: Sums, type: string, count: number): Sums {
    const id = this.byType.get(type);
    return id === undefined ? sums : { ...sums, [id]: (own(sums, id) ?? 0) + count };
  }

  /** The fewest people whose sums of one measure are shown; 0 for what is no measure. */
  minPeopleOf(id: string): number {
    return this.byId.get(id)?.minPeople ?? 0;
  }

  /** Whether a guarded month shows a measure by parts too. */
  isByParts(id: string): boolean {
    return this.byId.get(id)?.byParts ?? false;
  }

  together(a: Sums, b: Sums): Sums {
    return Object.fromEntries(this.ids.map((id) => [id, (own(a, id) ?? 0) + (own(b, id) ?? 0)]));
  }

  /** Puts larger sums first, by the first `depth` ranks. */
  compare(x: Partial<Sums>, y: Partial<Sums>, depth = this.ranked.length): number {
    for (const id of this.ranked.slice(0, depth)) {
      const difference = (own(y, id) ?? 0) - (own(x, id) ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
