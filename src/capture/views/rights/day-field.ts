const two = (n: number) => String(n).padStart(2, '0');

/** A moment (UTC ms) as the value of a date field, in this device's time zone. */
export function dayIn(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * The first (or, with `end`, the last) moment of a date field's day in this device's zone, UTC ms; null where
 * empty.
 */
export function momentOf(field: string, end = false): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(field) ?? [];
  if (!year) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(day) + (end ? 1 : 0)).getTime();
  return end ? start - 1 : start;
}
