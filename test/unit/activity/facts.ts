import fc from 'fast-check';
import { EVENT_TYPES, type Event } from '../../../src/activity/event.ts';
import { bump, type Rollup, rollupCell } from '../../../src/activity/rollup.ts';

/** An event with what a test does not care about filled in. */
export function event(part: Partial<Event> = {}): Event {
  return {
    id: 'event-0001',
    at: 1_790_000_000_000,
    day: 20_717,
    type: 'prepared',
    site: 'x',
    place: 'x.com',
    channel: 'x',
    post: 'x:1',
    about: 'link-0001',
    title: 'A cup of tea',
    undone: 0,
    ...part,
  };
}

/** Any events, of few days, channels and places so that they meet in the same cells. */
export const anyEvents = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 8, maxLength: 12 }),
      at: fc.integer({ min: 0, max: 40 }),
      day: fc.integer({ min: 100, max: 110 }),
      type: fc.constantFrom(...EVENT_TYPES),
      site: fc.constantFrom('x', 'bluesky', 'page'),
      place: fc.constantFrom('x.com', 'shop.example'),
      channel: fc.constantFrom('', 'line', 'x'),
      undone: fc.constantFrom(0, 5),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  )
  .map((parts) => parts.map((part) => event(part)));

/** The rollups that recording these events one by one leaves. */
export function rolledUp(events: readonly Event[]): Rollup[] {
  const days = new Map<number, Rollup>();
  for (const one of events) {
    days.set(one.day, bump(days.get(one.day) ?? { day: one.day, counts: {} }, rollupCell(one), 1));
  }
  return [...days.values()];
}
