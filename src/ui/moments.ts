/** Local hours of the quick choices. */
const EVENING = 20;
const MORNING = 9;
/** An evening sooner than this, ms, is no longer offered. */
const SOON = 30 * 60_000;

export type QuickName = 'evening' | 'morning' | 'monday';
export interface QuickMoment {
  readonly name: QuickName;
  /** UTC ms. */
  readonly at: number;
}

/** The moment (UTC ms) of an hour, some days after the day of `now`, in this device's time zone. */
export function localMoment(now: number, days: number, hour: number, minute = 0): number {
  const day = new Date(now);
  // By the calendar: days with a change to or from summer time have 23 or 25 hours.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour, minute).getTime();
}

/** Quick choices for "later", soonest first: this evening, tomorrow morning, Monday morning. */
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

/** A moment (UTC ms) as the value of a `datetime-local` field, in this device's time zone. */
export function toMomentField(at: number): string {
  const local = new Date(at);
  const day = `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/**
 * The value of a `datetime-local` field as a moment (UTC ms); null where empty. A time skipped by summer time
 * becomes an hour later; a repeated one is the first (ECMA-262, LocalTime).
 */
export function fromMomentField(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
