import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestChannel } from '../../../src/share/suggest-channel.ts';

const day = (counts: Record<string, number>, at = 20_000) => ({ day: at, counts });

describe('the channel that worked from here', () => {
  it('is the one most used there, over all the days, and says of how many', () => {
    const days = [
      day({ 'opened|line|x': 3, 'opened|bluesky|x': 2, 'opened|bluesky|note': 9 }),
      day({ 'opened|line|x': 1, 'prepared|bluesky|x': 9, 'captured||x': 9 }, 20_001),
    ];
    expect(suggestChannel(days, 'x')).toEqual({ channel: 'line', basis: 'shares', n: 4, of: 6, place: 'x' });
    expect(suggestChannel(days, 'note')?.channel).toBe('bluesky');
  });

  it('goes by clicks where there are enough of them', () => {
    const counts = { 'opened|line|x': 9, 'clicked|bluesky|x': 4, 'clicked|line|x': 1 };
    expect(suggestChannel([day(counts)], 'x')).toMatchObject({
      channel: 'bluesky',
      basis: 'clicks',
      n: 4,
      of: 5,
    });
    expect(suggestChannel([day({ ...counts, 'clicked|line|x': 0 })], 'x')).toMatchObject({
      channel: 'line',
      basis: 'shares',
    });
  });

  it.each([
    [{}],
    [{ 'opened|line|x': 4 }],
    [{ 'opened|line|x': 3, 'opened|bluesky|x': 3 }],
    [{ 'prepared|line|x': 20 }],
    [{ 'opened|gone-network|x': 20 }],
    [{ 'opened|line|y.example': 20 }],
  ])('says nothing of %j', (counts) => {
    expect(suggestChannel([day(counts)], 'x')).toBeNull();
  });

  it('never is one with fewer than another, nor out of under five (law)', () => {
    const cell = fc.tuple(fc.constantFrom('line', 'x', 'bluesky', 'copy'), fc.nat(6));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
        const days = cells.map(([id, n], at) => day({ [`opened|${id}|note`]: n }, at));
        const sums = new Map<string, number>();
        for (const [id, n] of cells) sums.set(id, (sums.get(id) ?? 0) + n);
        const said = suggestChannel(days, 'note');
        if (!said) return;
        expect(said.of).toBeGreaterThanOrEqual(5);
        expect(said.n).toBe(sums.get(said.channel));
        for (const [id, n] of sums) if (id !== said.channel) expect(n).toBeLessThan(said.n);
      }),
    );
  });
});
