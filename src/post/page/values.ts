import { TEXT_CAP } from '../caps.ts';
import { Day, type When } from '../day.ts';
import { Collector, cutText } from '../text-collector.ts';

/** Decoded text with its line breaks, white space normalised; slightly over the limit, to detect truncation. */
export function words(value: string): string {
  const out = new Collector(TEXT_CAP + 1);
  out.run(value.slice(0, 4 * TEXT_CAP), true);
  return out.end(false).text;
}

/** One line of at most so many UTF-16 units. */
export function line(value: string, max: number): string {
  const out = new Collector(max);
  out.run(value.slice(0, 4 * max), false);
  return cutText(out.end(false).text, max).text;
}

/** A maker's name, without a leading "by" that some sites include. */
export function personName(value: string): string {
  return line(value, 310)
    .replace(/^by:?\s+(?=\S)/i, '')
    .slice(0, 300);
}

/** An absolute http(s) address within the limits of a post, or an empty string. */
export function address(value: string, base: string): string {
  const trimmed = value.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return '';
  const { protocol, href } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) && href.length <= 4000 ? href : '';
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** 20240301: a day in `citation_date` and older names; also with slashes. */
const OLDER_DAY = /^(\d{4})([/.]?)(\d\d)\2(\d\d)$/;

const UNKNOWN: When = { time: null, day: null };

function clocked(written: string): When {
  const at = Date.parse(written);
  return Number.isFinite(at) ? { time: at, day: null } : UNKNOWN;
}

/**
 * A date in page data: ISO 8601, an HTTP date, or seconds or milliseconds since 1970. A date without a time
 * stays a day. A time without a zone counts as UTC: the viewer's zone is irrelevant.
 */
export function when(value: string): When {
  const text = value.trim();
  if (/^\d{10}$/.test(text)) return { time: Number(text) * 1000, day: null };
  if (/^\d{13}$/.test(text)) return { time: Number(text), day: null };
  const [, date, clock, zone = 'Z'] = ISO.exec(text.replace(OLDER_DAY, '$1-$3-$4')) ?? [];
  if (date && !clock) return { time: null, day: Day.safeParse(date).data ?? null };
  const full = zone.length === 3 ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  if (date && clock) return clocked(`${date}T${clock.replace(',', '.')}${full.toUpperCase()}`);
  return /\d (?:GMT|UTC|[+-]\d{4})$/.test(text) ? clocked(text) : UNKNOWN;
}

/** The first of several texts that is a date. */
export function firstWhen(values: readonly string[]): When {
  return values.map(when).find(({ time, day }) => time !== null || day !== null) ?? UNKNOWN;
}

/** A moment (UTC ms) or a day; undefined where invalid. */
export function dated(value: string): number | Day | undefined {
  const { time, day } = when(value);
  return time ?? day ?? undefined;
}

/** A picture's side in px; 0 where not stated. */
export function side(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) && number > 0 && number < 1e6 ? number : 0;
}
