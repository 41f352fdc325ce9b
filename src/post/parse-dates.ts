const DAY = 86_400_000;

/** Which part of `03/11/2026` is the day. */
export type DayOrder = 'day' | 'month';

/** How a file writes its dates. `year`: short ones (`26/11/03`) start with the year. */
export type FileOrder = DayOrder | 'year';

/** A day of a file, and its hour (UTC) where the file has a time. */
export interface Moment {
  /** Whole days since 1970. */
  readonly day: number;
  /** 0 to 23; null without a time or without its zone. */
  readonly hour: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const YEAR_FIRST = /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(.*))?$/i;
const COMPACT = /^(20\d\d)(\d\d)(\d\d)(?:\d\d)?$/;
const TWO_PARTS = /^(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|\d\d)(?:[,T\s].*)?$/;
const SHORT = /^(\d\d)([/.-])(\d{1,2})\2(\d\d?)(?:[T\s]+(.*))?$/;
const DAY_NAMED =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3})[a-z]*\.?,?[\s-]+(20\d\d)(?:[,\s]+(.*))?$/i;
const MONTH_NAMED =
  /^(?:[a-z]{3,9},\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)(?:[,\s]+(.*))?$/i;
/** A time with its zone. */
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/i;

const normalised = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Whole days since 1970; 0 for an invalid date, such as the 31st of a month of thirty. */
function dayOfParts(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at / DAY : 0;
}

/** A day with its optional time: with a zone it is a moment, else that day everywhere. */
function within(day: number, rest = ''): Moment | null {
  if (day === 0) return null;
  const [, hours, minutes, , zone] = CLOCK.exec(rest) ?? [];
  if (zone === undefined) return { day, hour: null };
  const [, sign, ahead, more] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? [];
  const offset = (Number(ahead ?? 0) * 60 + Number(more ?? 0)) * (sign === '-' ? -1 : 1);
  const minute = day * 1440 + Number(hours) * 60 + Number(minutes) - offset;
  return { day: Math.floor(minute / 1440), hour: Math.floor((((minute % 1440) + 1440) % 1440) / 60) };
}

/** Seconds or milliseconds since 1970. */
function sinceEpoch(text: string): Moment | null {
  const at = /^\d{13}$/.test(text) ? Number(text) : /^1\d{9}$/.test(text) ? Number(text) * 1000 : 0;
  return at === 0 ? null : { day: Math.floor(at / DAY), hour: Math.floor((at % DAY) / 3_600_000) };
}

function named(text: string): Moment | null {
  const [, day, month, year, rest] = DAY_NAMED.exec(text) ?? [];
  const [, theirMonth, theirDay, theirYear, theirRest] = MONTH_NAMED.exec(text) ?? [];
  const number = MONTHS.indexOf((month ?? theirMonth ?? '').toLowerCase()) + 1;
  if (number === 0) return null;
  return within(dayOfParts(Number(year ?? theirYear), number, Number(day ?? theirDay)), rest ?? theirRest);
}

/** Both parts of a date like `03/11/2026`, and its year; null where it is none. */
function partsOf(text: string): { first: number; second: number; mark: string; year: number } | null {
  const [, first, mark = '', second, year] = TWO_PARTS.exec(text) ?? [];
  if (!first) return null;
  return { first: Number(first), second: Number(second), mark, year: (Number(year) % 100) + 2000 };
}

/** A day of a file; null where invalid. `order`: resolves ambiguous ones. */
export function momentIn(text: string, order: FileOrder): Moment | null {
  const written = normalised(text);
  const [, year, month, day, rest] = YEAR_FIRST.exec(written) ?? COMPACT.exec(written) ?? [];
  if (year) return within(dayOfParts(Number(year), Number(month), Number(day)), rest);
  const short = order === 'year' ? SHORT.exec(written) : null;
  if (short) return within(dayOfParts(2000 + Number(short[1]), Number(short[3]), Number(short[4])), short[5]);
  const parts = partsOf(written);
  if (!parts) return sinceEpoch(written) ?? named(written);
  const { first, second, mark } = parts;
  const isDayFirst = first > 12 || (second <= 12 && (mark === '.' || order === 'day'));
  const [dayOf, monthOf] = isDayFirst ? [first, second] : [second, first];
  const found = dayOfParts(parts.year, monthOf, dayOf);
  return found === 0 ? null : { day: found, hour: null };
}

/** From here two digits are more likely a year: `26/11/03` is 2026, not 2003. */
const FIRST_YEAR = 20;

/**
 * Whether a file's short dates start with the year: all can, and their last parts are no years, or too varied
 * ones. `31/12/26` and `31/01/27` are ends of months, `26/11/21` and `26/11/28` days of one.
 */
function beginWithYear(texts: readonly string[]): boolean {
  const short = texts.flatMap((text) => {
    const [, first, , second, last] = SHORT.exec(text) ?? [];
    return last === undefined ? [] : [{ year: Number(first), month: Number(second), day: Number(last) }];
  });
  const isPossible = ({ year, month, day }: (typeof short)[number]) =>
    year >= FIRST_YEAR && dayOfParts(2000 + year, month, day) !== 0;
  if (short.length === 0 || !short.every(isPossible)) return false;
  const [years, days] = [new Set(short.map(({ year }) => year)), new Set(short.map(({ day }) => day))];
  const apart =
    short.reduce((most, { day }) => Math.max(most, day), 0) -
    short.reduce((least, { day }) => Math.min(least, day), 31);
  return short.some(({ day }) => day < FIRST_YEAR) || (years.size < days.size && apart > 1);
}

/**
 * How a file's dates are written: a single one whose day is above 12 decides for all. `ambiguous`: one that could be
 * two days, where nothing in the file decides or it contradicts itself.
 */
export function orderOf(texts: Iterable<string>): { order: FileOrder; ambiguous: string } {
  const seen = { day: false, month: false };
  let open = '';
  const written = [...texts].map(normalised);
  if (beginWithYear(written)) return { order: 'year', ambiguous: '' };
  for (const text of written) {
    const parts = partsOf(text);
    if (!parts || parts.mark === '.') continue;
    const { first, second } = parts;
    if (first > 12 && second <= 12) seen.day = true;
    else if (second > 12 && first <= 12) seen.month = true;
    else if (first <= 12 && first !== second) open ||= text;
  }
  return { order: seen.day ? 'day' : 'month', ambiguous: seen.day === seen.month ? open : '' };
}
