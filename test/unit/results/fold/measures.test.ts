import { describe, expect, it } from 'vitest';
import { HUB_CAPABILITIES } from '../../../../src/hub-sides.ts';
import { Measures } from '../../../../src/results/fold/measures.ts';
import { MonthSums } from '../../../../src/results/fold/month-sums.ts';
import { publishedMonth } from '../../../../src/results/fold/published-month.ts';
import { addUp, ResultSums } from '../../../../src/results/results-items.ts';
import { foldMonth } from './fold-month.ts';
import { MEASURES } from './of-hub.ts';

const declared = HUB_CAPABILITIES.flatMap(({ measures = [] }) => measures);
const notes = { id: 'noted', types: ['noted', 'pinned'], order: 9, rank: 9, minPeople: 3 };
const WITH_NOTES = new Measures([notes, ...declared]);
const people = ['m1', 'm2', 'm3'].map((id) => ({ id, group: '', region: '', listed: true }));
const counted = people.flatMap(({ id }, n) => [
  { member: id, cell: '20600|noted|x|x||', count: n + 1 },
  { member: id, cell: '20600|pinned|x|x||', count: 1 },
  { member: id, cell: '20600|opened|x|x||', count: 2 },
  { member: id, cell: '20600|bot|x|x||', count: 5 },
]);

describe('measures', () => {
  it('stand in a row as they always did', () => {
    expect(Object.keys(MEASURES.nothing)).toEqual(['prepared', 'opened', 'captured', 'clicked']);
  });

  it('of a capability more are added up, put in order and shown, and what is none is not', () => {
    const { people: rows } = foldMonth(counted, people, WITH_NOTES);
    expect(Object.entries(rows)).toEqual([
      ['m3', { prepared: 0, opened: 2, captured: 0, clicked: 0, noted: 4 }],
      ['m2', { prepared: 0, opened: 2, captured: 0, clicked: 0, noted: 3 }],
      ['m1', { prepared: 0, opened: 2, captured: 0, clicked: 0, noted: 2 }],
    ]);
    expect(foldMonth(counted, people, MEASURES).people.m3).not.toHaveProperty('noted');
  });

  it('of a capability more are shown by an open team and by a guarded one', () => {
    const sums = new MonthSums(WITH_NOTES);
    for (const one of counted) sums.add(one);
    const figures = { sums, placed: people, shown: new Map([['total', new Map([['noted', 9]])]]) };
    expect(publishedMonth({ mode: 'open', few: 3 }, figures).people.m1).toMatchObject({ noted: 2 });
    const guarded = publishedMonth({ mode: 'guarded', few: 3, named: new Set(['m1']) }, figures);
    expect(guarded.people.m1).toEqual({ opened: 2, noted: 2 });
  });

  it('ask for three people each, and a row for as many as the strictest of them does', () => {
    expect(declared.map(({ id }) => MEASURES.minPeopleOf(id))).toEqual(declared.map(() => 3));
    const shared = people.map(({ id }) => ({ member: id, cell: '20600|opened|x|x|autumn|', count: 1 }));
    const strict = new Measures([{ ...notes, minPeople: 4 }, ...declared]);
    const fourth = { member: 'm4', cell: '20600|opened|x|x|autumn|', count: 1 };
    expect(foldMonth(shared, people, WITH_NOTES).totals['c.autumn']).toMatchObject({ opened: 3, people: 3 });
    expect(foldMonth(shared, people, strict).totals).toEqual({});
    expect(foldMonth([...shared, fourth], people, strict).totals['c.autumn']).toMatchObject({ people: 4 });
  });

  it('of a newer hub are read and added up beside those that are known', () => {
    const row = ResultSums.parse({ opened: 1, noted: 3, bent: 'text' });
    expect(row).toEqual({ prepared: 0, opened: 1, captured: 0, noted: 3, bent: 0 });
    expect(
      addUp([
        ['a', row],
        ['a', row],
      ]).get('a'),
    ).toMatchObject({ opened: 2, clicked: 0, noted: 6 });
    expect(addUp([['a', row]]).get('a')).not.toHaveProperty('people');
  });
});
