import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isQuiet, type Pace, paceSetting, pauseAt, sharedIn } from '../../../src/draft/pace.ts';

const own = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Asia/Tokyo';
});
afterEach(() => {
  process.env.TZ = own;
});

const tokyo = (time: string) => Date.parse(`${time}:00+09:00`);
const night: Pace['quiet'] = { on: true, from: 22 * 60, to: 7 * 60 };
const none: Pace['quiet'] = { ...night, on: false };

describe('quiet hours', () => {
  it.each([
    ['2026-11-24T21:59', false],
    ['2026-11-24T22:00', true],
    ['2026-11-25T00:00', true],
    ['2026-11-25T06:59', true],
    ['2026-11-25T07:00', false],
  ])('that cross midnight, at %s: %s', (time, quiet) => {
    expect(isQuiet(night, tokyo(time))).toBe(quiet);
  });

  it.each([
    ['2026-11-24T11:59', false],
    ['2026-11-24T12:00', true],
    ['2026-11-24T13:00', false],
  ])('within a day, at %s: %s', (time, quiet) => {
    expect(isQuiet({ on: true, from: 720, to: 780 }, tokyo(time))).toBe(quiet);
  });

  it('end with the clock on the wall, today or tomorrow', () => {
    const pace = { cap: 0, quiet: night };
    expect(pauseAt(pace, tokyo('2026-11-24T23:10'), 0)).toEqual({
      why: 'quiet',
      until: tokyo('2026-11-25T07:00'),
    });
    expect(pauseAt(pace, tokyo('2026-11-25T02:00'), 0)?.until).toBe(tokyo('2026-11-25T07:00'));
  });

  it('end on time in the night that loses an hour, and in the one that has it twice', () => {
    process.env.TZ = 'America/New_York';
    const pace = { cap: 0, quiet: night };
    expect(pauseAt(pace, Date.parse('2026-03-07T23:00:00-05:00'), 0)?.until).toBe(
      Date.parse('2026-03-08T07:00:00-04:00'),
    );
    expect(pauseAt(pace, Date.parse('2026-10-31T23:00:00-04:00'), 0)?.until).toBe(
      Date.parse('2026-11-01T07:00:00-05:00'),
    );
  });

  it('are none when off, or from and to the same time', () => {
    expect(isQuiet(none, tokyo('2026-11-24T23:00'))).toBe(false);
    expect(isQuiet({ on: true, from: 60, to: 60 }, tokyo('2026-11-24T01:00'))).toBe(false);
  });
});

describe('the cap of a day', () => {
  it('lets as many through as the person wants, and waits for the next morning', () => {
    const pace = { cap: 2, quiet: none };
    const at = tokyo('2026-11-24T15:00');
    expect(pauseAt(pace, at, 1)).toBeNull();
    expect(pauseAt(pace, at, 2)).toEqual({ why: 'cap', until: tokyo('2026-11-25T09:00') });
  });

  it('waits for the end of the quiet hours where the morning lies in them', () => {
    const late = { cap: 1, quiet: { on: true, from: 0, to: 11 * 60 } };
    expect(pauseAt(late, tokyo('2026-11-24T15:00'), 1)?.until).toBe(tokyo('2026-11-25T11:00'));
  });

  it('counts a post once a place, not what was taken back, nor what has no readers', () => {
    const event = (post: string, channel: string, part = {}) => ({
      type: 'opened',
      post,
      channel,
      undone: 0,
      ...part,
    });
    const events = [
      event('x:1', 'x'),
      event('x:1', 'x'),
      event('x:1', 'bluesky'),
      event('x:2', 'x', { undone: 5 }),
      event('x:3', 'x', { type: 'prepared' }),
      event('x:4', 'qr'),
      event('x:5', 'copy'),
      event('x:6', 'email'),
      event('x:7', 'sms'),
      event('x:8', 'wechat'),
      event('x:9', 'system'),
      event('x:10', 'gone-network'),
    ];
    expect([...sharedIn(events)].sort()).toEqual([
      'bluesky|x:1',
      'gone-network|x:10',
      'system|x:9',
      'wechat|x:8',
      'x|x:1',
    ]);
  });
});

describe('the rule', () => {
  const pace = fc.record({
    cap: fc.integer({ min: 0, max: 99 }),
    quiet: fc.record({
      on: fc.boolean(),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1439 }),
    }),
  });
  const zone = fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const moment = fc.integer({ min: 1.6e12, max: 2.2e12 });

  it('always names a later moment, within two days, that is not quiet', () => {
    fc.assert(
      fc.property(zone, pace, moment, fc.integer({ min: 0, max: 200 }), (tz, own, at, shared) => {
        process.env.TZ = tz;
        const pause = pauseAt(own, at, shared);
        if (!pause) return;
        expect(pause.until).toBeGreaterThan(at);
        expect(pause.until - at).toBeLessThan(50 * 3_600_000);
        // An end that the clock jumps over comes when it has jumped.
        if (tz !== 'America/New_York' && tz !== 'Australia/Lord_Howe')
          expect(isQuiet(own.quiet, pause.until)).toBe(false);
      }),
    );
  });

  it('holds nothing back until the person sets something', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 500 }), (at, shared) => {
        expect(pauseAt(paceSetting.initial, at, shared)).toBeNull();
      }),
    );
  });
});
