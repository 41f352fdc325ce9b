import type { Event } from './event.ts';
import type { Health } from './health.ts';

const DAY = 86_400_000;

/** The same event from two devices: what happened cannot differ, only whether it was taken back; and that stays. */
export function mergeEvents(mine: Event, theirs: Event): Event {
  return { ...mine, undone: mine.undone || theirs.undone };
}

/** An event that is about a capture which is here under another id is about that one. */
export function followCapture(event: Event, ids: ReadonlyMap<string, string> | undefined): Event {
  const id = ids?.get(event.about);
  return id === undefined ? event : { ...event, about: id };
}

/** Whether a day can be the day of its moment in some time zone of the earth (UTC-12 to UTC+14). */
export function isDayOfMoment({ at, day }: Pick<Event, 'at' | 'day'>): boolean {
  const start = day * DAY;
  return at >= start - 14 * 3_600_000 && at < start + DAY + 12 * 3_600_000;
}

/** The larger count of each: sums would grow each time the same file comes back. */
export function mergeHealth(mine: Health, theirs: Health): Health {
  const missing: Health['missing'] = { ...mine.missing };
  for (const [field, n] of Object.entries(theirs.missing) as [keyof Health['missing'], number][]) {
    missing[field] = Math.max(missing[field] ?? 0, n);
  }
  const missingSince = { ...theirs.missingSince, ...mine.missingSince };
  for (const [field, at] of Object.entries(theirs.missingSince ?? {}) as [
    keyof typeof missingSince,
    number,
  ][])
    missingSince[field] = Math.min(missingSince[field] ?? at, at);
  return {
    ...mine,
    ...(Object.keys(missingSince).length > 0 && { missingSince }),
    full: Math.max(mine.full, theirs.full),
    partial: Math.max(mine.partial, theirs.partial),
    unrecognised: Math.max(mine.unrecognised, theirs.unrecognised),
    missing,
    since: Math.min(mine.since, theirs.since),
    last: Math.max(mine.last, theirs.last),
  };
}
