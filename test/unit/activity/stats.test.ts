import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bump, rollupCell } from '../../../src/activity/rollup.ts';
import { fold } from '../../../src/activity/stats.ts';
import { anyEvents, event, rolledUp } from './facts.ts';

describe('adding days up', () => {
  it('does not depend on the order of events or of days', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(fold(rolledUp(others).toReversed(), 100, 110)).toEqual(fold(rolledUp(events), 100, 110));
      }),
    );
  });
  it('counts every event of the span once: in all, by day, by place', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const stats = fold(rolledUp(events), 102, 106);
        const within = events.filter(({ day }) => day >= 102 && day <= 106);
        const opened = within.filter(({ type }) => type === 'opened').length;
        expect(stats.totals.opened).toBe(opened);
        expect(stats.days.reduce((sum, { totals }) => sum + totals.opened, 0)).toBe(opened);
        expect(stats.places.reduce((sum, { totals }) => sum + totals.opened, 0)).toBe(opened);
      }),
    );
  });
  it('gives empty days too, oldest first', () => {
    expect(fold([], 7, 9).days.map(({ day }) => day)).toEqual([7, 8, 9]);
  });
  it('gives nothing for a span that ends before it begins', () => {
    expect(fold(rolledUp([event()]), 9, 7).days).toEqual([]);
  });
  it('passes over a cell that a newer version wrote', () => {
    expect(fold([{ day: 1, counts: { 'dreamt|x|x.com': 3, 'opened|x|x': 1 } }], 1, 1).totals.opened).toBe(1);
  });
  it('puts the channel with most opened first', () => {
    const rows = rolledUp([
      event({ type: 'opened', channel: 'x' }),
      event({ type: 'opened', channel: 'line' }),
      event({ type: 'opened', channel: 'line' }),
    ]);
    expect(fold(rows, 0, 30_000).channels.map(({ id }) => id)).toEqual(['line', 'x']);
  });
});

describe('a rollup', () => {
  it('is as before when an event is counted and taken back', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (before, [one]) => {
        if (!one) return;
        const day = rolledUp(before.map((other) => ({ ...other, day: one.day })))[0] ?? {
          day: one.day,
          counts: {},
        };
        const cell = rollupCell(one);
        expect(bump(bump(day, cell, 1), cell, -1)).toEqual(day);
      }),
    );
  });
  it('never goes below nothing', () => {
    expect(bump({ day: 1, counts: {} }, 'opened|x|x', -1)).toEqual({ day: 1, counts: {} });
  });
  it('knows a page without a recipe by its host', () => {
    expect(rollupCell(event({ site: 'page', place: 'shop.example' }))).toBe('prepared|x|shop.example');
  });
});
