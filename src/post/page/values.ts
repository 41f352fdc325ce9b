import { TEXT_CAP } from '../caps.ts';
import { Collector, cutText } from '../collector.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Data is text, yet sites put markup and character references into it; what a reader would see of it. */
function plain(text: string): string {
  const bare = /<\/?(?:p|br|div|span|a|b|strong|em|i|ul|li|h\d)\b[^<>]*>/i.test(text)
    ? text.replace(/<\/?(?:p|br|div|li|ul|h\d)\b[^<>]*>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, '')
    : text;
  return bare.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, entity);
}

/** Text of a page's data, line breaks kept, white space settled; at most the cap and a little, to tell if cut. */
export function words(value: string): string {
  const out = new Collector(TEXT_CAP + 1);
  out.run(plain(value.slice(0, 4 * TEXT_CAP)), true);
  return out.end(false).text;
}

/** One line of at most so many UTF-16 units. */
export function line(value: string, max: number): string {
  const out = new Collector(max);
  out.run(plain(value.slice(0, 4 * max)), false);
  return cutText(out.end(false).text, max).text;
}

/** An absolute http(s) address that a post can hold, or an empty string. */
export function address(value: string, base: string): string {
  const trimmed = value.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return '';
  const { protocol, href } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) && href.length <= 4000 ? href : '';
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * A moment as page data writes it, in UTC milliseconds, or null: ISO 8601, an HTTP date, seconds or milliseconds
 * since 1970. Where no zone is written it is taken as UTC: the zone of whoever reads the page says nothing.
 */
export function moment(value: string): number | null {
  const text = value.trim();
  const [, day, clock = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const full = zone.length === 3 ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const written = day ? `${day}T${clock.replace(',', '.')}${full.toUpperCase()}` : text;
  if (!day && !/\d (?:GMT|UTC|[+-]\d{4})$/.test(text)) return null;
  const at = Date.parse(written);
  return Number.isFinite(at) ? at : null;
}

/** A side of a picture in px, 0 where it is not told. */
export function side(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) && number > 0 && number < 1e6 ? number : 0;
}
