/** Hours of the day (local) that the quick choices mean. */
const EVENING = 20;
const MORNING = 9;
/** ms: an evening nearer than this is no "this evening" any more. */
const SOON = 30 * 60_000;

export type QuickName = 'evening' | 'morning' | 'monday';
export interface QuickMoment {
  readonly name: QuickName;
  /** UTC ms. */
  readonly at: number;
}

/** The moment (UTC ms) of an hour, so many days after the day of `now`, in this device's time zone. */
export function localMoment(now: number, days: number, hour: number, minute = 0): number {
  const day = new Date(now);
  // By the calendar and not by adding 24 hours: a day of daylight saving has 23 or 25.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour, minute).getTime();
}

/** Moments that people mean by "later", soonest first: this evening, tomorrow morning, Monday morning. */
export function quickMoments(now: number): QuickMoment[] {
  const evening = localMoment(now, 0, EVENING);
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  return [
    ...(evening - now >= SOON ? [{ name: 'evening' as const, at: evening }] : []),
    { name: 'morning' as const, at: localMoment(now, 1, MORNING) },
    ...(toMonday > 1 ? [{ name: 'monday' as const, at: localMoment(now, toMonday, MORNING) }] : []),
  ];
}

const two = (n: number) => String(n).padStart(2, '0');

/** A moment (UTC ms) as a `datetime-local` field holds it, in this device's time zone. */
export function toMomentField(at: number): string {
  const local = new Date(at);
  const day = `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/**
 * What a `datetime-local` field holds as a moment (UTC ms); null where it holds none. A time that daylight saving
 * leaves out is the one an hour later; of a time that comes twice it is the first (ECMA-262, LocalTime).
 */
export function fromMomentField(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
