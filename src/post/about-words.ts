import { calendarDay, date, moment, number } from '../i18n/format.ts';
import type { Filled, PlainKey, Say } from '../i18n/translate.ts';
import type { About, Availability, Dated } from './about.ts';
import type { Post } from './post.ts';

/** A fact that a page states about its subject: label, and value as text or message. */
export interface Fact {
  readonly label: PlainKey;
  readonly value:
    | string
    | Filled<'aboutRatingOf' | 'aboutRatingBy'>
    | { readonly key: PlainKey; readonly values: Readonly<Record<string, never>> };
}

/** The value of a fact as text. */
export function factWords(value: Fact['value'], say: Say): string {
  if (typeof value === 'string') return value;
  if (value.key === 'aboutRatingOf') return say(value.key, value.values);
  return value.key === 'aboutRatingBy' ? say(value.key, value.values) : say(value.key);
}

const AVAILABLE: Readonly<Record<Availability, PlainKey>> = {
  inStock: 'aboutInStock',
  limited: 'aboutLimited',
  preOrder: 'aboutPreOrder',
  backOrder: 'aboutBackOrder',
  madeToOrder: 'aboutMadeToOrder',
  inStore: 'aboutInStore',
  online: 'aboutOnline',
  outOfStock: 'aboutOutOfStock',
  soldOut: 'aboutSoldOut',
  discontinued: 'aboutDiscontinued',
};

function priceWords({ low, high, currency }: NonNullable<About['price']>, language: string): string {
  const written = new Intl.NumberFormat(language, currency ? { style: 'currency', currency } : {});
  return low === high ? written.format(low) : written.formatRange(low, high);
}

function ratingWords({ value, best, count }: NonNullable<About['rating']>, language: string): Fact['value'] {
  const rated = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  const values = { value: rated, best: number(best, language) };
  return count === null
    ? { key: 'aboutRatingOf', values }
    : { key: 'aboutRatingBy', values: { ...values, n: count } };
}

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A duration in hours, minutes and seconds. */
function durationWords(ms: number, language: string): string {
  let left = Math.round(ms / 1000) * 1000;
  const parts = UNITS.flatMap(([unit, size]) => {
    const n = Math.floor(left / size);
    left -= n * size;
    return n > 0
      ? [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(n)]
      : [];
  });
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(parts);
}

/** Start and end of an event in one format; null where only one has a time. */
function rangeWords(starts: Dated, ends: Dated, language: string): string | null {
  const isClocked = typeof starts === 'number';
  if (isClocked !== (typeof ends === 'number')) return null;
  const options: Intl.DateTimeFormatOptions = isClocked
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : { dateStyle: 'medium', timeZone: 'UTC' };
  const [from, to] = [new Date(starts), new Date(ends)];
  const written = new Intl.DateTimeFormat(language, options);
  return to < from ? written.format(from) : written.formatRange(from, to);
}

const momentOrDay = (at: Dated, language: string) =>
  typeof at === 'number' ? moment(at, language) : calendarDay(at, language);

function whenWords({ starts, ends }: About, language: string): string {
  if (starts === undefined || ends === undefined) {
    const known = starts ?? ends;
    return known === undefined ? '' : momentOrDay(known, language);
  }
  const range = rangeWords(starts, ends, language);
  return range ?? `${momentOrDay(starts, language)} – ${momentOrDay(ends, language)}`;
}

const counted = (n: number | undefined, language: string) => (n === undefined ? '' : number(n, language));

function dateWords(at: Dated | undefined | null, language: string): string {
  if (at === undefined || at === null) return '';
  return typeof at === 'number' ? date(at, language) : calendarDay(at, language);
}

/**
 * What a page states about its subject, in display order; empty for a post about nothing else. Includes a
 * video's channel and date.
 */
export function factsOf(
  post: Pick<Post, 'about' | 'kind' | 'author' | 'time' | 'day'>,
  language: string,
): Fact[] {
  const { about, kind, author, time, day } = post;
  if (!about) return [];
  const isVideo = kind === 'video';
  const rows: readonly (readonly [PlainKey, Fact['value']])[] = [
    ['aboutPrice', about.price ? priceWords(about.price, language) : ''],
    ['aboutAvailability', about.availability ? { key: AVAILABLE[about.availability], values: {} } : ''],
    ['aboutRating', about.rating ? ratingWords(about.rating, language) : ''],
    ['aboutBrand', about.brand ?? ''],
    ['aboutChannel', isVideo ? author.name : ''],
    ['aboutUploaded', isVideo ? dateWords(time ?? day, language) : ''],
    [
      isVideo ? 'aboutLength' : 'aboutDuration',
      about.duration ? durationWords(about.duration, language) : '',
    ],
    ['aboutWhen', whenWords(about, language)],
    ['aboutPlace', about.place ?? ''],
    ['aboutMakes', about.makes ?? ''],
    ['aboutRole', about.role ?? ''],
    ['aboutWorks', about.works ?? ''],
    ['aboutFollowers', counted(about.followers, language)],
    ['aboutPosts', counted(about.posts, language)],
    ['aboutUpdated', dateWords(about.updated, language)],
  ];
  return rows.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
}
