import { describe, expect, it } from 'vitest';
import { Measures } from '../../../../../src/results/fold/measures.ts';
import type { Drop } from '../../../../../src/results/fold/suppression/drop.ts';
import { type Due, MonthLedger } from '../../../../../src/results/fold/suppression/month-ledger.ts';
import { MEASURES } from '../of-hub.ts';
import { dayOf, drop, EVERYTHING, FIRST_STEP, ONLY_TOTAL } from './team-month.ts';

const DAY = dayOf(FIRST_STEP);
/** The day is over: its cells are offered. */
const MIDNIGHT: Due = { today: DAY + 1, rest: false };
/** Five others, and the two who look. */
const COVER = 7;
const FEWER = 5;

const month = (cover = COVER, named: readonly string[] = []) =>
  new MonthLedger({ cover, covers: (member) => !named.includes(member), isWide: false, measures: MEASURES });
const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `m${String(from + n).padStart(2, '0')}`);
const each = (members: readonly string[], more: Partial<Drop> = {}) =>
  members.map((member, n) => drop(member, { count: n + 1, ...more }));
const figures = (rows: readonly { figure: string }[]) => rows.map(({ figure }) => figure);

describe('a sum', () => {
  it('is published of as many as are promised beside two who look, and of no fewer', () => {
    expect(month().step(each(people(1, 6)), ONLY_TOTAL)).toEqual([]);
    const rows = month().step(each(people(1, 7)), ONLY_TOTAL);
    expect(rows).toEqual([{ type: 'opened', figure: 't', value: 28 }]);
  });

  it('waits until enough have part in it, and is then whole', () => {
    const ledger = month(FEWER);
    expect(ledger.step(each(people(1, 3)), ONLY_TOTAL)).toEqual([]);
    expect(ledger.step(each(people(2, 4)), ONLY_TOTAL)).toEqual([]);
    expect(ledger.step(each(['m05'], { count: 100 }), ONLY_TOTAL)).toEqual([
      { type: 'opened', figure: 't', value: 112 },
    ]);
  });

  it('tells of nobody who is the only one to do something after it', () => {
    const ledger = month(FEWER);
    ledger.step(each(people(1, 9)), ONLY_TOTAL);
    expect(ledger.step([drop('m03', { count: 5 })], EVERYTHING)).toEqual([]);
    // Late, of a day before, in another group and by another way: still the only one.
    expect(ledger.step([drop('m03', { day: DAY - 2, group: 'g2', channel: 'line' })], EVERYTHING)).toEqual(
      [],
    );
    expect(ledger.shown.get('t')?.get('opened')).toBe(45);
  });

  it('is not hidden behind what one who looks did a thousand times', () => {
    const flood = Array.from({ length: 1000 }, (_, n) => drop('m01', { channel: n % 2 ? 'x' : 'line' }));
    expect(month().step([...flood, ...each(people(2, 6))], EVERYTHING)).toEqual([]);
  });

  it('has no cover from who is named: it is what all did, less what they did', () => {
    const named = people(1, 4);
    expect(month(FEWER, named).step(each(people(1, 8)), ONLY_TOTAL)).toEqual([]);
    expect(figures(month(FEWER, named).step(each(people(1, 9)), ONLY_TOTAL))).toEqual(['t']);
  });

  it('is of one type: who opened gives no cover to who was followed', () => {
    const opened = each(people(1, 9));
    const clicked = each(['m01'], { type: 'clicked' });
    const rows = month().step([...opened, ...clicked], ONLY_TOTAL);
    expect(rows.map(({ type }) => type)).toEqual(['opened']);
  });

  it('of machines and repeats is of the whole month alone', () => {
    const rows = month(FEWER).step(
      each(people(1, 9), { type: 'bot', group: 'g1', campaign: 'c1' }),
      EVERYTHING,
    );
    expect(figures(rows)).toEqual(['t']);
  });
});

describe('a part of a sum', () => {
  it('is not published where its rest would be of a few', () => {
    // Nine by one way and one by another: nine would tell of the one.
    const ledger = month(FEWER);
    const rows = ledger.step(
      [...each(people(1, 9)), ...each(['m10'], { channel: 'line', count: 50 })],
      EVERYTHING,
    );
    expect(figures(rows)).toEqual(['t']);
  });

  it('is published where both it and its rest are of enough', () => {
    const rows = month(FEWER).step(
      [...each(people(1, 6)), ...each(people(7, 12), { channel: 'line' })],
      EVERYTHING,
    );
    expect(figures(rows)).toEqual(['t', 'w.line']);
  });

  it('of a part has a rest too: a campaign by channel', () => {
    const autumn = [
      ...each(people(1, 9), { campaign: 'autumn' }),
      ...each(['m10'], { campaign: 'autumn', channel: 'line', count: 70 }),
      ...each(people(11, 18), { campaign: 'winter' }),
    ];
    const rows = figures(month(FEWER).step(autumn, EVERYTHING));
    expect(rows).toContain('c.autumn');
    expect(rows).not.toContain('cx.autumn|x');
    expect(rows).not.toContain('cx.autumn|line');
  });

  it('is not published anew where somebody is moved: what was published stays with where they were', () => {
    const ledger = month(FEWER);
    const [a, b] = [people(1, 7), people(8, 14)];
    const sums = () => ['g.a', 'g.b'].map((figure) => ledger.shown.get(figure)?.get('opened'));
    ledger.step([...each(a, { group: 'a' }), ...each(b, { group: 'b' })], EVERYTHING);
    // The one that is published tells of the other.
    expect(sums()).toEqual([28, undefined]);
    // One of a is moved to b, and is the only one there who does something.
    expect(ledger.step([drop('m01', { group: 'b', count: 9 })], EVERYTHING)).toEqual([]);
    // With the others of b it is a sum of them all: who was moved is one of eight.
    ledger.step([...each(a.slice(1), { group: 'a' }), ...each(b, { group: 'b' })], EVERYTHING);
    expect(sums()).toEqual([28, 28 + 9 + 28]);
  });

  it('of a day is offered once, at its end', () => {
    const ledger = month(FEWER);
    const some = () => [...each(people(1, 6)), ...each(people(7, 12), { channel: 'line' })];
    expect(figures(ledger.step(some(), ONLY_TOTAL))).toEqual(['t']);
    expect(figures(ledger.step([], MIDNIGHT))).toEqual([`d.${DAY}|line`]);
    // What comes late is of no day any more.
    expect(figures(ledger.step(some(), MIDNIGHT))).toEqual(['t']);
    expect(figures(ledger.step([], { today: DAY + 2, rest: false }))).toEqual([]);
  });

  it('is never more than its whole', () => {
    const ledger = month(FEWER);
    // The campaign is all of what was done, and told by the whole; so is none of its parts.
    const rows = ledger.step(
      [
        ...each(people(1, 6), { campaign: 'autumn' }),
        ...each(people(7, 12), { campaign: 'autumn', channel: 'line' }),
      ],
      EVERYTHING,
    );
    expect(figures(rows)).toEqual(['t', 'w.line']);
  });
});

describe('who left', () => {
  it('is in no sum with what was in none yet, and stays in those that were published', () => {
    const ledger = month(FEWER);
    ledger.step(each(people(1, 5)), ONLY_TOTAL);
    ledger.step(each(['m01', 'm02'], { count: 1000 }), ONLY_TOTAL);
    ledger.forget('m01');
    const [row] = ledger.step(each(people(3, 8)), ONLY_TOTAL);
    expect(row?.value).toBe(1000 + 21);
    expect(ledger.shown.get('t')?.get('opened')).toBe(15 + 1021);
  });
});

describe('a minimum', () => {
  it('of a measure holds beside the team’s, and parts are shown of those that say so', () => {
    const rare = { id: 'rare', types: ['rare'], order: 1, minPeople: 6 };
    const often = { id: 'often', types: ['often'], order: 2, minPeople: 3, byParts: true } as const;
    const terms = { cover: FEWER, covers: () => true, isWide: false, measures: new Measures([rare, often]) };
    const ledger = new MonthLedger(terms);
    expect(ledger.step(each(people(1, 7), { type: 'rare' }), EVERYTHING)).toEqual([]);
    expect(figures(ledger.step(each(['m08'], { type: 'rare' }), EVERYTHING))).toEqual(['t']);
    const groups = [...each(people(1, 5), { group: 'a' }), ...each(people(6, 10), { group: 'b' })];
    const rows = ledger.step(
      groups.flatMap((one) => [
        { ...one, type: 'often' },
        { ...one, type: 'rare' },
      ]),
      EVERYTHING,
    );
    expect(new Set(rows.map(({ type, figure }) => `${type} ${figure}`))).toContain('often g.a');
    expect(rows.filter(({ type }) => type === 'rare').map(({ figure }) => figure)).toEqual(['t']);
  });

  it('that is raised holds at once, and is never lowered', () => {
    const ledger = month(FEWER);
    ledger.raise(COVER);
    ledger.raise(FEWER);
    expect(ledger.step(each(people(1, 6)), ONLY_TOTAL)).toEqual([]);
    expect(figures(ledger.step(each(['m07']), ONLY_TOTAL))).toEqual(['t']);
  });
});
