import { describe, expect, it } from 'vitest';
import { age, calendarDay } from '../../../src/i18n/format.ts';

/** A moment by this device's clock. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('how long ago', () => {
  it.each([
    ['Monday 11:00 on Wednesday 10:00', at(23, 11), at(25, 10), '2 days ago'],
    ['23:00 on the day after next, 0:00', at(23, 23), at(25, 0), '2 days ago'],
    ['noon, a day and a minute later', at(23, 12), at(24, 12) + 60_000, 'yesterday'],
    ['late, next morning', at(23, 23), at(24, 8), '9 hours ago'],
    ['six days', at(17, 9), at(23, 23), '6 days ago'],
    ['a week', at(16, 9), at(23, 10), 'Nov 16, 2026'],
    ['a moment', at(23, 9), at(23, 9) + 5000, 'now'],
  ])('%s', (_, then, now, words) => {
    expect(age(then, now, 'en')).toBe(words);
  });
});

describe('a day without a clock', () => {
  it('is that day in every zone', () => {
    const zone = process.env.TZ;
    try {
      for (const one of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
        process.env.TZ = one;
        expect(calendarDay('2024-03-01', 'en')).toBe('Mar 1, 2024');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
