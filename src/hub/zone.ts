const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Whether a time zone of this name is known here. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Tells of whole hours since 1970 (UTC) on which day a team has them: whole days since 1970 in its time zone. */
export function dayIn(zone: string): (hour: number) => number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, number>();
  return (hour) => {
    const day = known.get(hour) ?? Math.floor(Date.parse(parts.format(hour * HOUR)) / DAY);
    if (known.size > 1000) known.clear();
    known.set(hour, day);
    return day;
  };
}
