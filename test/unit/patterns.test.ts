import { describe, expect, it } from 'vitest';
import { patternsIn, slowFor } from './patterns.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('a pattern', () => {
  it('of ours takes ten times as long for ten times as much, whatever it is given', {
    timeout: 120_000,
  }, () => {
    const all = patternsIn(root, ['src', 'entrypoints']);
    expect(all.length).toBeGreaterThan(400);
    const slow = all.flatMap(({ at, regex }) => {
      // What else runs on the machine is no fault of a pattern's: only what is slow whenever it is looked at is.
      const text = slowFor(regex) && slowFor(regex);
      return text === null ? [] : [`${at} ${regex} for ${JSON.stringify(text)}`];
    });
    expect(slow).toEqual([]);
  });

  it.each([
    [/\/+$/],
    [/#.*$/],
    [/Android(?!.*Mobile)/],
    [/(?:^|\.)yelp\.[a-z.]+$/],
    [/logo(?:[_-]?(?:\d+(?:x\d+)?|square))*\.png$/],
    [/("(?:[^"\\]|\\.)*")/gs],
    [/(?:#\S+\s+)+ad\b/u],
    [/(a+)+b/],
  ])('that is not would be found: %s', { timeout: 60_000 }, (regex) => {
    const tries = [1, 2, 3].map(() => () => slowFor(regex));
    expect(tries.some((look) => look() !== null)).toBe(true);
  });

  it.each([[/(?<!\/)\/+$/], [/#.*/s], [/^\s*\S/], [/("(?:[^"\\]|\\.)*(?:"|\\?$))/gs]])(
    'that is, is not: %s',
    (regex) => {
      expect(slowFor(regex)).toBeNull();
    },
  );
});
