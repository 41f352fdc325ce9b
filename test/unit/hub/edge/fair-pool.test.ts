import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairPool } from '../../../../src/hub/edge/fair-pool.ts';

describe('a pool that many share', () => {
  it('takes from who has most, the oldest first', () => {
    const pool = new FairPool<string>({ most: 4, mostPerOwner: 4 });
    for (const item of ['a1', 'a2', 'a3']) expect(pool.add('a', item)).toBeNull();
    expect(pool.add('b', 'b1')).toBeNull();
    expect(pool.add('c', 'c1')).toBe('a1');
    expect(pool.add('c', 'c2')).toBe('a2');
    expect(pool.add('c', 'c3')).toBe('c1');
    pool.touch('c', 'c2');
    expect(pool.add('c', 'c4')).toBe('c3');
    expect(pool.size).toBe(4);
  });

  it('takes from one who has as much as one may', () => {
    const pool = new FairPool<number>({ most: 10, mostPerOwner: 2 });
    expect([1, 2, 3].map((item) => pool.add('a', item))).toEqual([null, null, 1]);
    expect(pool.delete('a', 1)).toBe(false);
    expect(pool.delete('a', 2)).toBe(true);
    expect(pool.add('a', 4)).toBeNull();
  });

  it('never holds more than it may, and never takes from who has less than its newcomer', () => {
    const step = fc.record({ owner: fc.constantFrom('a', 'b', 'c', 'd'), isLeaving: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const pool = new FairPool<string>({ most: 9, mostPerOwner: 5 });
        const held = new Map<string, string[]>();
        const of = (owner: string) => held.get(owner) ?? [];
        for (const [n, { owner, isLeaving }] of steps.entries()) {
          const [first] = of(owner);
          if (isLeaving) {
            if (first) expect(pool.delete(owner, first)).toBe(true);
            held.set(owner, of(owner).slice(1));
            continue;
          }
          const evicted = pool.add(owner, `${owner}${n}`);
          const loser = evicted?.charAt(0) ?? '';
          if (evicted) {
            expect(of(loser).length).toBeGreaterThanOrEqual(of(owner).length);
            held.set(
              loser,
              of(loser).filter((item) => item !== evicted),
            );
          }
          held.set(owner, [...of(owner), `${owner}${n}`]);
          expect(of(owner).length).toBeLessThanOrEqual(5);
          expect(pool.size).toBe([...held.values()].flat().length);
          expect(pool.size).toBeLessThanOrEqual(9);
        }
      }),
    );
  });
});
