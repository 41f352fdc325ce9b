import type { Moved } from '../workspace/declare.ts';
import type { Event } from './event.ts';

const DAY = 86_400_000;

/** The same event from two devices: what happened cannot differ, only whether it was taken back; and that stays. */
export function mergeEvents(mine: Event, theirs: Event): Event {
  return { ...mine, undone: mine.undone || theirs.undone };
}

/** An event that is about a row which is here under another id is about that one. Ids are random: no two tables share one. */
export function followMoved(event: Event, moved: Moved): Event {
  for (const ids of moved.values()) {
    const about = ids.get(event.about);
    if (about !== undefined) return { ...event, about };
  }
  return event;
}

/** Whether a day can be the day of its moment in some time zone of the earth (UTC-12 to UTC+14). */
export function isDayOfMoment({ at, day }: Pick<Event, 'at' | 'day'>): boolean {
  const start = day * DAY;
  return at >= start - 14 * 3_600_000 && at < start + DAY + 12 * 3_600_000;
}
