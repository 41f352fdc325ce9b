import { describe, expect, it } from 'vitest';
import type { Health } from '../../../src/activity/health.ts';
import { readingHealth } from '../../../src/activity/reading-health.ts';

const row = (version: number, full: number, partial: number, unrecognised: number): Health => ({
  key: `x@${version}`,
  site: 'x',
  version,
  full,
  partial,
  unrecognised,
  missing: {},
  since: 0,
  last: 0,
});

describe('the health of reading a site', () => {
  it('warns past a fifth, not at it', () => {
    expect(readingHealth([row(1, 8, 1, 1)], 'x')).toEqual({ reads: 10, troubled: 2, ailing: false });
    expect(readingHealth([row(1, 7, 2, 1)], 'x')).toEqual({ reads: 10, troubled: 3, ailing: true });
  });

  it('says nothing from a handful of reads, and nothing of a site that was not read', () => {
    expect(readingHealth([row(1, 0, 4, 0)], 'x')?.ailing).toBe(false);
    expect(readingHealth([row(1, 0, 5, 0)], 'x')?.ailing).toBe(true);
    expect(readingHealth([row(1, 0, 0, 0)], 'x')).toBeNull();
    expect(readingHealth([row(1, 9, 0, 0)], 'bluesky')).toBeNull();
  });

  it('looks at the newest recipe alone', () => {
    expect(readingHealth([row(1, 0, 90, 9), row(2, 10, 0, 0)], 'x')).toEqual({
      reads: 10,
      troubled: 0,
      ailing: false,
    });
  });
});
