import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counted } from '../../../../src/activity/cell.ts';
import { declaredIn, cellsOfRoom as foldDeclared } from '../../../../src/results/fold/member-cells.ts';
import { MonthSums } from '../../../../src/results/fold/month-sums.ts';
import type { GroupedMember } from '../../../../src/results/fold/small-cell-suppression.ts';
import { foldMonth } from './fold-month.ts';
import { MEASURES } from './of-hub.ts';

const FEWEST = MEASURES.minPeople;
const MONTH = '2026-11';
const AT = Date.UTC(2026, 10, 15);
const DAY = Math.floor(AT / 86_400_000);

const event = (id: string, more: object = {}) => ({
  id,
  at: AT,
  day: DAY,
  type: 'opened',
  channel: 'x',
  site: 'bluesky',
  item: '',
  campaign: '',
  undone: 0,
  ...more,
});
const foldRoom = (items: Readonly<Record<string, unknown>>, month: string) =>
  foldDeclared(declaredIn(items), month);
const roomOf = (...events: { id: string }[]) => Object.fromEntries(events.map((one) => [one.id, one]));

describe('a member’s room', () => {
  it('counts what stands, once, in its own month', () => {
    const cells = foldRoom(
      {
        ...roomOf(event('event-01'), event('event-02'), event('event-03', { undone: AT })),
        'event-04': event('event-99'),
        'event-05': event('event-05', { at: AT - 90 * 86_400_000 }),
        'event-06': event('event-06', { day: DAY - 20 }),
        'event-07': event('event-07', { type: 'clicked' }),
        'event-08': 'nothing of the kind',
      },
      MONTH,
    );
    expect([...cells]).toEqual([[`${DAY}|opened|x|bluesky||`, 2]]);
  });

  it('counts an event in one month, also where it was put into two', () => {
    const edge = Date.UTC(2026, 10, 30, 23);
    const both = roomOf(event('event-01', { at: edge, day: Math.floor(edge / 86_400_000) + 1 }));
    const counted = ['2026-10', '2026-11', '2026-12'].map((month) => foldRoom(both, month).size);
    expect(counted).toEqual([0, 1, 0]);
  });

  it('makes no thousand cells of a thousand invented sites, and loses no event by that', () => {
    const invented = Array.from({ length: 1000 }, (_, n) =>
      event(`event-${n + 1000}`, { site: `s${n}.example` }),
    );
    const often = Array.from({ length: 5 }, (_, n) => event(`event-${n + 10}`));
    const cells = foldRoom(roomOf(...invented, ...often), MONTH);
    expect(cells.size).toBeLessThanOrEqual(201);
    expect([...cells.values()].reduce((sum, n) => sum + n, 0)).toBe(1005);
    expect(cells.get(`${DAY}|opened|x|bluesky||`)).toBe(5);
  });

  it('lets no value become another’s cell', () => {
    const cells = foldRoom(roomOf(event('event-01', { channel: 'x|bluesky|' })), MONTH);
    expect([...cells.keys()].map((cell) => cell.split('|').length)).toEqual([6]);
  });

  it('adds up to the same in any order', () => {
    const some = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, (ids) => {
        const events = ids.map((id) => event(`event-${id}`, { channel: id % 2 ? 'x' : 'line' }));
        const sorted = (all: typeof events) => [...foldRoom(roomOf(...all), MONTH)].sort();
        expect(sorted(events)).toEqual(sorted([...events].reverse()));
      }),
    );
  });
});

const people = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }).map((n) => `m${n}`),
    group: fc.constantFrom('', 'a', 'b', 'c', 'd'),
    region: fc.constantFrom('', 'n', 's'),
    listed: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const counts = (placed: readonly GroupedMember[]): Counted[] =>
  placed.flatMap(({ id }, at) =>
    at % 3 === 2 ? [] : [{ member: id, cell: `${DAY}|opened|x|bluesky||`, count: at + 1 }],
  );

describe('a team’s month', () => {
  it('is the same in any order, and sums are those of the days', () => {
    fc.assert(
      fc.property(people, (placed) => {
        const counted = counts(placed);
        const month = foldMonth(counted, placed, MEASURES);
        expect(foldMonth([...counted].reverse(), [...placed].reverse(), MEASURES)).toEqual(month);
        const opened = Object.values(month.days).flatMap(({ counts: day }) => Object.values(day));
        const all = counted.reduce((sum, { count }) => sum + count, 0);
        expect(opened.reduce((sum, n) => sum + n, 0)).toBe(all);
      }),
    );
  });

  it('updated as cells come and go is the month added up anew', () => {
    const cell = fc.record({
      member: fc.integer({ min: 1, max: 12 }).map((n) => `m${n}`),
      cell: fc
        .tuple(
          fc.constantFrom(DAY, DAY + 1),
          fc.constantFrom('opened', 'clicked', 'scanned', 'bot'),
          fc.constantFrom('x', 'line', ''),
          fc.constantFrom('bluesky', ''),
          fc.constantFrom('spring', ''),
          fc.constantFrom('item-1', 'item-2', ''),
        )
        .map((parts) => parts.join('|')),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(people, fc.array(cell), fc.array(cell), (placed, stays, goes) => {
        const kept = new MonthSums(MEASURES);
        for (const one of [...stays, ...goes]) kept.add(one);
        kept.results(placed);
        for (const one of goes) kept.add({ ...one, count: -one.count });
        expect(kept.results(placed)).toEqual(foldMonth(stays, placed, MEASURES));
      }),
    );
  });

  it('tells on which channel a material was followed only by three and more, and no one or two by what is missing', () => {
    const by = (member: string, channel: string, type: string, count: number) => ({
      member,
      cell: `${DAY}|${type}|${channel}|x|spring|item-1`,
      count,
    });
    const three = ['m1', 'm2', 'm3'];
    const counted = three.flatMap((one) => [by(one, 'x', 'opened', 2), by(one, 'x', 'clicked', 3)]);
    const told = { prepared: 0, opened: 6, captured: 0, clicked: 9, people: 3 };
    expect(foldMonth(counted, [], MEASURES).materials).toEqual({ 'item-1': told });
    expect(foldMonth(counted, [], MEASURES).channels).toEqual({
      'i.item-1': { x: told },
      'c.spring': { x: told },
    });
    expect(foldMonth(counted.slice(0, 4), [], MEASURES).materials).toEqual({});
    expect(foldMonth([...counted, by('m4', 'line', 'opened', 1)], [], MEASURES).channels).toEqual({});
  });

  it('stays small for many people, sites and materials, and loses no click by that', () => {
    const counted = Array.from({ length: 20_000 }, (_, n) => ({
      member: `member-${n % 5000}`,
      cell: `${DAY + (n % 31)}|clicked|x|site-${n % 3001}.example|c${n % 1009}|item-${n % 2003}`,
      count: 1,
    }));
    const placed = Array.from({ length: 5000 }, (_, n) => ({
      id: `member-${n}`,
      group: `g${n % 100}`,
      region: `r${n % 50}`,
      listed: true,
    }));
    const month = foldMonth(counted, placed, MEASURES);
    const all = Object.values(month.days).flatMap(({ counts: day }) => Object.values(day));
    expect(all.reduce((sum, n) => sum + n, 0)).toBe(20_000);
    expect(Object.keys(month.people)).toHaveLength(100);
    expect(Object.keys(month.materials).length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(month).length).toBeLessThan(1_500_000);
  });

  it('tells no group of fewer than three, and none by what is missing', () => {
    fc.assert(
      fc.property(people, (placed) => {
        const { totals } = foldMonth(counts(placed), placed, MEASURES);
        for (const sign of ['g', 'r']) {
          const told = Object.entries(totals).filter(([key]) => key.startsWith(`${sign}.`));
          for (const [, { people: n }] of told) expect(n).toBeGreaterThanOrEqual(FEWEST);
          const missing = placed.length - told.reduce((sum, [, { people: n }]) => sum + n, 0);
          expect(told.length === 0 || missing === 0 || missing >= FEWEST).toBe(true);
        }
      }),
    );
  });

  it('names only who chose it, and leaves no one or two to be worked out', () => {
    fc.assert(
      fc.property(people, (placed) => {
        const counted = counts(placed);
        const named = Object.keys(foldMonth(counted, placed, MEASURES).people);
        const listed = new Set(placed.filter((one) => one.listed).map(({ id }) => id));
        expect(named.filter((id) => !listed.has(id))).toEqual([]);
        const active = new Set(counted.map(({ member }) => member));
        const unnamed = [...active].filter((id) => !named.includes(id)).length;
        expect(unnamed === 0 || unnamed >= FEWEST || named.length === 0).toBe(true);
      }),
    );
  });
});
