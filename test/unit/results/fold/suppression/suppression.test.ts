import { describe, expect, it } from 'vitest';
import type { Row, Terms } from '../../../../../src/results/fold/suppression/ledger.ts';
import {
  MonthLedger,
  type PublishedStep,
  type Shown,
} from '../../../../../src/results/fold/suppression/month-ledger.ts';
import { coverOf, type Few } from '../../../../../src/team/figures.ts';
import { randomFrom } from '../../../random.ts';
import { MEASURES } from '../of-hub.ts';
import { type Audit, isolated, isolatedSome } from './isolation.ts';
import { careless, type Mutant, restated } from './mutants.ts';
import { type GeneratedStep, generate, membership } from './team-month.ts';

/** Nobody named, or every fifth; who joins later is new. */
const coversIn = (isNamed: boolean) => (member: string) =>
  member.startsWith('m') && !(isNamed && Number(member.slice(1)) % 5 === 4);

/** Publishes a month anew from its steps. */
function publishMonth(
  steps: readonly Pick<PublishedStep, 'drops' | 'due'>[],
  terms: Terms,
): { rows: Row[][]; shown: Shown } {
  const month = new MonthLedger({ ...terms });
  const rows = steps.map(({ drops, due }) => month.step(drops, due));
  return { rows, shown: month.shown };
}

interface Tried {
  readonly people: number;
  readonly seed: number;
  readonly few: Few;
  readonly month: readonly GeneratedStep[];
  readonly covers: (member: string) => boolean;
}

function tried(people: number, seed: number, steps: number, busy: number): Tried {
  const month = generate({ people, steps, busy }, randomFrom(seed * 100 + people));
  return { people, seed, few: seed % 2 ? 3 : 5, month, covers: coversIn(seed % 3 === 0) };
}

/** What comes out of looking at a month's rows of each type; every set of people, or `tries` of them. */
function audits({ few, month, covers, seed }: Tried, tries = 0): Audit[] {
  const terms = { cover: coverOf(few), covers, isWide: seed % 4 === 0, measures: MEASURES };
  const { rows } = publishMonth(month, terms);
  return ['opened', 'clicked'].map((type) => {
    const all = membership(month, rows, type, covers);
    if (tries === 0) return isolated(all.columns, all.rows, coverOf(few) - 1);
    return isolatedSome(all.columns, all.rows, coverOf(few) - 1, tries, randomFrom(seed));
  });
}

const SEEDS = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

describe('who has every published row', () => {
  it.each([
    [5, 12, 20, 0.8],
    [6, 12, 20, 0.8],
    [7, 14, 16, 0.8],
    [8, 14, 16, 0.7],
    [10, 12, 16, 0.6],
    [12, 12, 14, 0.5],
    [14, 10, 12, 0.5],
    [16, 12, 10, 0.5],
    [20, 12, 10, 0.5],
    [24, 12, 6, 0.5],
    [30, 12, 5, 0.5],
  ])('learns of no few of %i people, whichever those are', (people, steps, teams, busy) => {
    let sets = 0;
    for (const seed of SEEDS(teams)) {
      const found = audits(tried(people, seed, steps, busy));
      for (const { breach, isLean } of found) expect([seed, breach, isLean]).toEqual([seed, null, true]);
      sets += found.reduce((sum, one) => sum + one.sets, 0);
    }
    expect(sets).toBeGreaterThan(0);
  });

  it.each([
    [20, 14, 5, 0.5],
    [35, 14, 4, 0.4],
    [50, 14, 3, 0.4],
  ])(
    'learns of no few of %i people, of those whom a row is likeliest about',
    (people, steps, teams, busy) => {
      for (const seed of SEEDS(teams)) {
        const found = audits(tried(people, seed, steps, busy), 60);
        for (const { breach, isLean } of found) expect([seed, breach, isLean]).toEqual([seed, null, true]);
      }
    },
  );

  it('has something: the test is not of rows that are not there', () => {
    const rows = SEEDS(10).flatMap((seed) => {
      const { month, covers } = tried(45, seed, 16, 0.7);
      return publishMonth(month, {
        cover: 5,
        covers,
        isWide: seed % 2 === 0,
        measures: MEASURES,
      }).rows.flat();
    });
    const kinds = new Set(rows.map(({ figure }) => figure.split('.', 1)[0]));
    expect([...kinds]).toEqual(expect.arrayContaining([...'tdsgrcwiq', 'gx', 'rx']));
  });
});

describe('a month', () => {
  it('anew from its steps is the month that was updated step by step', () => {
    for (const seed of SEEDS(12)) {
      const { month, covers, few } = tried(10 + seed, seed, 14, 0.6);
      const terms = () => ({ cover: coverOf(few), covers, isWide: seed % 2 === 0, measures: MEASURES });
      const [kept, past] = [new MonthLedger(terms()), new MonthLedger(terms())];
      for (const { drops, due } of month) {
        const rows = kept.step(drops, due);
        // A copy from the disk goes on as the other would.
        past.replay({ drops, due, rows });
        expect(past.shown).toEqual(kept.shown);
      }
      const [last] = month.slice(-1);
      const due = { today: (last?.due.today ?? 0) + 1, rest: true };
      expect(past.step([], due)).toEqual(kept.step([], due));
    }
  });

  it('shows the sum of its rows', () => {
    const { month, covers } = tried(14, 2, 14, 0.6);
    const { rows, shown } = publishMonth(month, { cover: 5, covers, isWide: true, measures: MEASURES });
    const sums = new Map<string, number>();
    for (const { type, figure, value } of rows.flat())
      sums.set(`${figure} ${type}`, (sums.get(`${figure} ${type}`) ?? 0) + value);
    const all = [...shown].flatMap(([figure, by]) => [...by].map(([type, n]) => [`${figure} ${type}`, n]));
    expect(new Map(all as [string, number][])).toEqual(sums);
    expect(sums.size).toBeGreaterThan(20);
  });
});

describe('a rule that is careless', () => {
  /** In how many of some teams somebody is isolated by it. */
  const breaches = (mutant: Mutant, people: number, teams: number) =>
    SEEDS(teams).filter((seed) => {
      const { month, covers } = tried(people, seed, 14, 0.6);
      return ['opened', 'clicked'].some((type) => {
        const { columns, rows } = mutant(month, type, covers, 5);
        return isolated(columns, rows, 4).breach !== null;
      });
    }).length;

  it.each(Object.entries(careless))('is seen: %s', (_, mutant) => {
    expect(breaches(mutant, 9, 16)).toBeGreaterThan(0);
  });

  it('is seen: what was published is published anew where people are now', () => {
    expect(breaches(restated, 9, 12)).toBeGreaterThan(3);
  });
});
