import { Ledger, type Row, type Terms } from '../../../../../src/results/fold/suppression/ledger.ts';
import { MonthLedger } from '../../../../../src/results/fold/suppression/month-ledger.ts';
import type { Entry } from '../../../../../src/results/fold/suppression/witnesses.ts';
import { MEASURES } from '../of-hub.ts';
import type { Column } from './isolation.ts';
import { type GeneratedStep, membership } from './team-month.ts';

/** What a careless rule publishes of a month: drops by the rows they are in. */
export type Mutant = (
  month: readonly GeneratedStep[],
  type: string,
  covers: (member: string) => boolean,
  cover: number,
) => { columns: Column[]; rows: number };

type Test = (entries: readonly Entry[], cover: number) => boolean;

/** A month that is published by another test of a row than ours. */
function by(test: Test): Mutant {
  class Careless extends Ledger {
    protected override isCovered(entries: readonly Entry[]): boolean {
      return test(entries, this.terms.cover);
    }
  }
  class CarelessMonth extends MonthLedger {
    protected override newLedger(type: string): Ledger {
      return new Careless(type, this.terms);
    }
  }
  return (month, type, covers, cover) => {
    const terms: Terms = { cover, covers, isWide: false, measures: MEASURES };
    const ledger = new CarelessMonth(terms);
    const rows: Row[][] = month.map(({ drops, due }) => ledger.step(drops, due));
    return membership(month, rows, type, covers);
  };
}

const people = (entries: readonly Entry[]) =>
  new Set(entries.map(({ person }) => person).filter((one) => one !== ''));

export const careless: Readonly<Record<string, Mutant>> = {
  'enough people in the row': by((entries, cover) => people(entries).size >= cover),
  'enough people in the row, and one more outside': by((entries, cover) => {
    const inside = people(entries);
    const outside = new Set(entries.flatMap((entry) => [...(entry.in?.people.keys() ?? [])]));
    return inside.size >= cover && (outside.size === 0 || outside.size > inside.size);
  }),
  'witnesses that share people': by((entries, cover) => {
    const classes = Map.groupBy(entries, (entry) => entry.in);
    let found = 0;
    for (const [of, some] of classes) {
      const inside = people(some);
      const outside = [...(of?.people.keys() ?? [])].filter((one) => !inside.has(one)).length;
      found += of === null ? inside.size : Math.min(inside.size, outside);
    }
    return found >= cover;
  }),
  'enough drops, of however few people': by((entries, cover) => {
    const open = entries.filter((entry) => entry.person !== '' && (entry.in?.people.size ?? 2) > 1);
    return open.length >= cover;
  }),
  'a person of two drops counted twice': by((entries, cover) => {
    const inside = people(entries);
    const pairs = entries.filter((entry) =>
      [...(entry.in?.people.keys() ?? [])].some((one) => !inside.has(one)),
    );
    return entries.some((entry) => entry.in === null) ? inside.size >= cover : pairs.length >= cover;
  }),
  'the named and the new as cover': by(
    (entries, cover) => new Set(entries.map(({ drop }) => drop.member)).size >= cover,
  ),
};

/** Groups anew at each step from all that was ever done, by where people are at that step. */
export const restated: Mutant = (month, type, covers, cover) => {
  const drops = month.flatMap(({ drops: some }) => some.filter((one) => one.type === type));
  const rows: number[][] = drops.map(() => []);
  let count = 0;
  const now = new Map<string, string>();
  let known = 0;
  for (const { drops: some } of month) {
    for (const one of some) now.set(one.member, one.group);
    known += some.filter((one) => one.type === type).length;
    for (const group of new Set(now.values())) {
      const within = drops.slice(0, known).map(({ member }) => now.get(member) === group);
      const who = new Set(
        drops.filter((one, at) => within[at] && covers(one.member)).map((one) => one.member),
      );
      if (who.size < cover) continue;
      for (const [at, isWithin] of within.entries()) if (isWithin) rows[at]?.push(count);
      count += 1;
    }
  }
  const columns = drops.map(({ member }, at) => ({
    person: covers(member) ? member : '',
    rows: rows[at] ?? [],
  }));
  return { columns, rows: count };
};
