import { describe, expect, it } from 'vitest';
import { LoadBudget } from '../../../src/hub/sync/load-budget.ts';
import { TimeBudget } from '../../../src/hub/sync/time-budget.ts';

const ROOM = 'library/2026-10';
/** Rooms of a hub that grants a device so many ms, and gives none back. */
function rooms(here: readonly string[] = []) {
  return new LoadBudget(new TimeBudget({ most: 100, perSecond: 0 }, () => 0), (room) => here.includes(room));
}

describe('the loading of a room', () => {
  it('is refused to a device that has taken its share, and to no other', () => {
    const loading = rooms();
    expect(loading.reserve(1, ROOM)).toBe(0);
    loading.loaded(1, ROOM, { reserved: 0, ms: 100 });
    expect(loading.reserve(1, ROOM)).toBeNull();
    expect(loading.reserve(1, 'board')).toBeNull();
    expect(loading.reserve(2, ROOM)).toBe(100);
  });

  it('is nothing where the room is there', () => {
    const loading = rooms(['board']);
    loading.loaded(1, ROOM, { reserved: 0, ms: 100 });
    expect(loading.reserve(1, 'board')).toBe(0);
  });

  it('is taken before it is done, so that many at once are no more than one after the other', () => {
    const loading = rooms();
    loading.loaded(1, ROOM, { reserved: 0, ms: 40 });
    const reserved = Array.from({ length: 5 }, () => loading.reserve(2, ROOM));
    expect(reserved).toEqual([40, 40, 40, null, null]);
  });

  it('takes what it took, whatever was taken before it', () => {
    const loading = rooms();
    loading.loaded(1, ROOM, { reserved: 0, ms: 90 });
    expect(loading.reserve(2, ROOM)).toBe(90);
    loading.loaded(2, ROOM, { reserved: 90, ms: 10 });
    expect(Array.from({ length: 10 }, () => loading.reserve(2, ROOM)).filter((ms) => ms === 10)).toHaveLength(
      9,
    );
  });
});
