import { dateFormat, numberFormat } from './formatters.ts';

/** A date, e.g. 2026年11月24日. */
export function date(at: number, language: string): string {
  return dateFormat(language, { dateStyle: 'medium' }).format(at);
}

/** A day without a time (`2026-11-24`), the same in every zone, e.g. 2026年11月24日. */
export function calendarDay(day: string, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** A range of days, e.g. 2026/11/18～2026/11/24. */
export function dates(from: number, to: number, language: string): string {
  return dateFormat(language, { dateStyle: 'medium' }).formatRange(from, to);
}

/** A range of days in pieces that no line should break: its two dates, or all of it where they share a month or year. */
export function datePieces(from: number, to: number, language: string): string[] {
  const parts = dateFormat(language, { dateStyle: 'medium' }).formatRangeToParts(from, to);
  const ends = parts.findIndex(({ source }) => source === 'endRange');
  const isApart = parts[0]?.source === 'startRange' && parts.at(-1)?.source === 'endRange';
  const text = (some: typeof parts) => some.map(({ value }) => value).join('');
  return isApart ? [text(parts.slice(0, ends)), text(parts.slice(ends))] : [text(parts)];
}

/** The name of a month (`2026-11`), e.g. 2026年11月. */
export function month(of: string, language: string): string {
  const at = Date.parse(`${of}-01T00:00:00Z`);
  return dateFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** A moment with its time of day. */
export function moment(at: number, language: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A near moment with weekday, e.g. 11月25日(水) 9:00. */
export function dayTime(at: number, language: string): string {
  return dateFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

/** A time of day in this device's time zone, e.g. 9:00. */
export function clock(at: number, language: string): string {
  return dateFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** A short day for an axis, e.g. 11/24. */
export function shortDay(at: number, language: string): string {
  return dateFormat(language, { month: 'numeric', day: 'numeric' }).format(at);
}

/** A whole number with the language's grouping. */
export function number(n: number, language: string): string {
  return numberFormat(language).format(n);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in bytes, e.g. 4.2 MB. */
export function byteSize(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return numberFormat(language, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
