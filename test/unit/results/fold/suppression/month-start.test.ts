import { describe, expect, it } from 'vitest';
import { namesAt } from '../../../../../src/results/fold/suppression/names.ts';
import { closingStep, dueAt, stepAt } from '../../../../../src/results/fold/suppression/schedule.ts';
import { coverOf } from '../../../../../src/team/figures.ts';
import { monthAfter, monthStart } from '../../../../../src/workspace/room.ts';

const MONTH = '2026-11';
const START = monthStart(MONTH);
const dayOf = (step: number) => Math.floor(step / 24);
const person = (n: number, listed: number | null = null, at = 1) => ({ id: `m${n}`, at, listed });
const without = (n: number) => Array.from({ length: n }, (_, at) => person(100 + at));

describe('names of a month', () => {
  it('are of those who chose it before the month began, and were there', () => {
    const people = [
      person(1, 5),
      person(2, START - 1),
      person(3, START),
      person(4, START + 1, START),
      ...without(9),
    ];
    expect(namesAt(MONTH, people, 7)).toEqual({ named: ['m1', 'm2'], waiting: [] });
  });

  it('wait, the latest first, where too few would be left without one', () => {
    const people = [person(1, 30), person(2, 10), person(3, 20), ...without(6)];
    expect(namesAt(MONTH, people, 7)).toEqual({ named: ['m2', 'm3'], waiting: ['m1'] });
    expect(namesAt(MONTH, people, 9)).toEqual({ named: [], waiting: ['m2', 'm3', 'm1'] });
  });

  it('are all published where the team is too small for any sum', () => {
    expect(namesAt(MONTH, [person(1, 30), person(2, 10), ...without(2)], 7).named).toEqual(['m2', 'm1']);
  });

  it('leave as many as are promised beside two who look', () => {
    expect([coverOf(3), coverOf(5)]).toEqual([5, 7]);
  });
});

describe('what is due', () => {
  const at = (day: number, hour: number) => stepAt(START) + (day - 1) * 24 + hour;
  it('is the rest when a week is over, when the month is, and at its close', () => {
    const due = (before: number, step: number) => dueAt(MONTH, before, step, dayOf).rest;
    // The second of November 2026 is a Monday.
    expect(due(at(1, 22), at(1, 23))).toBe(false);
    expect(due(at(1, 23), at(2, 0))).toBe(true);
    expect(due(at(2, 0), at(2, 1))).toBe(false);
    expect(due(at(8, 3), at(12, 0))).toBe(true);
    expect(due(at(30, 23), at(31, 0))).toBe(true);
    expect(due(at(31, 0), at(31, 1))).toBe(false);
    expect(due(closingStep(MONTH) - 1, closingStep(MONTH))).toBe(true);
  });

  it('is a day’s cells at midnight where the team is', () => {
    const tokyo = (step: number) => Math.floor((step + 9) / 24);
    const today = (step: number) => dueAt(MONTH, step - 1, step, tokyo).today;
    expect(today(at(5, 15)) - today(at(5, 14))).toBe(1);
  });

  it('closes a month three days into the next', () => {
    expect(closingStep(MONTH)).toBe(stepAt(Date.UTC(2026, 11, 4)));
    expect([monthAfter('2026-12'), monthAfter('2027-01')]).toEqual(['2027-01', '2027-02']);
  });
});
