import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../../src/activity/event.ts';
import { NO_FILTER } from '../../../src/activity/find.ts';
import {
  countedHref,
  daysOf,
  filterIn,
  meHref,
  reportHref,
  routeOf,
  spanIn,
} from '../../../src/app/companion/route.ts';

const days = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([from, more]) => ({ from, to: from + more }));

describe('an address of the companion', () => {
  it.each([
    ['', 'me', ''],
    ['#/', 'me', ''],
    ['#/nowhere', 'me', ''],
    ['#/activity?type=opened', 'activity', ''],
    ['#/captures/abc-1', 'captures', 'abc-1'],
    ['#/settings', 'settings', ''],
  ])('%j is %s', (hash, page, id) => {
    expect(routeOf(hash)).toMatchObject({ page, id });
  });
  it('brings a number to the events behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), days, (type, span) => {
        const { page, query } = routeOf(countedHref(type, span));
        // What the hub counts is no event of the diary: it is behind the links.
        expect(page).toBe(type === 'clicked' ? 'links' : 'activity');
        expect(daysOf(query)).toEqual(span);
        if (type !== 'clicked')
          expect(filterIn(query)).toEqual({ ...NO_FILTER, ...span, type, counted: true });
      }),
    );
  });
  it('brings days to their report', () => {
    fc.assert(
      fc.property(days, (span) => {
        const { page, query } = routeOf(reportHref(span));
        expect(page).toBe('report');
        expect(daysOf(query)).toEqual(span);
      }),
    );
  });
  it("keeps a span, a person's own days too", () => {
    fc.assert(
      fc.property(days, (own) => {
        expect(spanIn(routeOf(meHref('any', own)).query)).toEqual({ kind: 'any', own });
      }),
    );
    expect(spanIn(routeOf(meHref('year')).query)).toEqual({ kind: 'year', own: undefined });
  });
  it('shows four weeks, and everything, where it says nothing that we know', () => {
    expect(spanIn(new URLSearchParams('span=decade')).kind).toBe('four');
    expect(filterIn(new URLSearchParams('type=dreamt&from=soon'))).toEqual(NO_FILTER);
  });
});
