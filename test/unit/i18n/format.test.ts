import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { age } from '../../../src/i18n/age.ts';
import { calendarDay, datePieces, dates } from '../../../src/i18n/format.ts';
import { speak } from '../../../src/i18n/language.ts';

/** A moment by this device's clock. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('how long ago', () => {
  beforeEach(() => speak('en'));

  it.each([
    ['Monday 11:00 on Wednesday 10:00', at(23, 11), at(25, 10), '2 days ago'],
    ['23:00 on the day after next, 0:00', at(23, 23), at(25, 0), '2 days ago'],
    ['noon, a day and a minute later', at(23, 12), at(24, 12) + 60_000, 'yesterday'],
    ['late, next morning', at(23, 23), at(24, 8), '9 hours ago'],
    ['six days', at(17, 9), at(23, 23), '6 days ago'],
    ['a week', at(16, 9), at(23, 10), 'Nov 16, 2026'],
    ['a moment', at(23, 9), at(23, 9) + 5000, 'just now'],
  ])('%s', (_, then, now, words) => {
    expect(age(then, now)).toBe(words);
  });

  it.each([
    ['ja', 'たった今'],
    ['zh-CN', '刚刚'],
  ])('a moment (%s)', async (language, words) => {
    await speak(language);
    expect(age(at(23, 9), at(23, 9) + 5000)).toBe(words);
  });
});

afterAll(() => speak('en'));

describe('a range of days', () => {
  const from = new Date(2026, 10, 24).getTime();
  const to = new Date(2027, 0, 3).getTime();

  it.each(['en', 'ja', 'zh-CN'])(
    'is in two pieces that no line breaks, each with a whole date (%s)',
    (language) => {
      const pieces = datePieces(from, to, language);
      expect(pieces).toHaveLength(2);
      expect(pieces.join('')).toBe(dates(from, to, language));
      expect(pieces.map((piece) => /\d{4}/.exec(piece)?.[0])).toEqual(['2026', '2027']);
    },
  );

  it.each(['en', 'ja', 'zh-CN'])(
    'says all of itself where its dates share a part, and one day once (%s)',
    (language) => {
      const later = new Date(2026, 10, 30).getTime();
      for (const end of [later, from])
        expect(datePieces(from, end, language).join('')).toBe(dates(from, end, language));
      expect(datePieces(from, from, language)).toHaveLength(1);
    },
  );
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
