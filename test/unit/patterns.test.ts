import { describe, expect, it } from 'vitest';
import { SITES } from '../../src/sites/sites.ts';
import { alwaysSlowFor, patternsIn, patternsOfSite, slowFor } from './patterns.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('a pattern', () => {
  it('of ours takes ten times as long for ten times as much, whatever its input', {
    timeout: 300_000,
  }, () => {
    const written = patternsIn(root, ['src', 'entrypoints']);
    expect(written.length).toBeGreaterThan(400);
    const all = new Map(
      [...written, ...SITES.flatMap(patternsOfSite)].map((one) => [String(one.regex), one]),
    );
    const slow = [...all.values()].flatMap(({ at, regex }) => {
      const text = alwaysSlowFor(regex);
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
  ])('that is not would be found: %s', (regex) => {
    const tries = [1, 2, 3].map(() => () => slowFor(regex));
    expect(tries.some((look) => look() !== null)).toBe(true);
  });

  it.each([[/(?<!\/)\/+$/], [/#.*/s], [/^\s*\S/], [/("(?:[^"\\]|\\.)*(?:"|\\?$))/gs]])(
    'that is, is not: %s',
    (regex) => {
      expect(alwaysSlowFor(regex)).toBeNull();
    },
  );
});
