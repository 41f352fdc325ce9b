import { NEEDS_SPACE, UNITS } from './count-units.ts';
import type { Count } from './post.ts';

const NUMBER = /^[~≈约約]?(\d+(?:(?:[.,'’٬٫]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))\d+)*)/;
const GROUPED = /^(?:\d{1,3}(?:_\d{3})+|\d{1,2}(?:_\d{2})*_\d{3}|\d+)$/;
/** Scripts without spaces between a number, its unit and its label. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** Scripts whose units we know. Text in another one may be a unit, so such numbers are not read. */
const READABLE =
  /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Digits of all scripts as 0 to 9 and full-width forms as ASCII, with the same length. */
function plain(text: string): string {
  return text
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, (char) => {
      const code = char.charCodeAt(0);
      // Every run of ten digits in the BMP starts at a multiple of 16, or 6 after one.
      return char.length > 1
        ? char
        : String((code & 15) - (/\p{Nd}/u.test(String.fromCharCode(code | 15)) ? 6 : 0));
    });
}

/**
 * Whether a lone `.` or `,` before three digits is a thousands separator. Only 万 and similar units allow more
 * than 999.
 */
function groups(number: string, mark: string, unit: number): boolean {
  if (/^0/.test(number) || !/\D\d{3}$/.test(number)) return false;
  return unit === 1 || (mark === ',' && /^1(?:0{4}|0{8}|0{12})$/.test(String(unit)));
}

/** Index of the decimal mark, or -1. */
function decimalAt(number: string, unit: number): number {
  if (number.includes('٫')) return number.indexOf('٫');
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const mark = number.charAt(last);
  if (last < 0 || number.indexOf(mark) !== last) return -1;
  const alone = !/[^\d]/.test(number.slice(0, last));
  return alone && groups(number, mark, unit) ? -1 : last;
}

function worth(written: string, unit: number): number {
  const number = written.replace(/[\s'’٬]/g, '_');
  const at = decimalAt(number, unit);
  const whole = (at < 0 ? number : number.slice(0, at)).replace(/[.,]/g, '_');
  const part = at < 0 ? '' : number.slice(at + 1);
  if (!GROUPED.test(whole) || !/^\d*$/.test(part)) return Number.NaN;
  const value = Number(`${whole.replaceAll('_', '')}.${part}0`) * unit;
  // A fraction without a unit is a rating or a version, not a count.
  return unit === 1 && part ? Number.NaN : Math.round(value);
}

const NO_UNIT = { value: 1, length: 0 };

/** The longest unit at the start of a text, with its value. */
function unitWord(text: string): { value: number; word: string } {
  let longest = { value: 1, word: '' };
  for (const [value, pattern] of UNITS) {
    const word = pattern.exec(text)?.[0] ?? '';
    const ends = UNSPACED.test(word) || !/^[\p{L}\p{M}\d]/u.test(text.slice(word.length));
    if (ends && word.length > longest.word.length) longest = { value, word };
  }
  return longest;
}

/** The unit after a number: its value (NaN where ambiguous) and its length. */
function unitAt(text: string): { value: number; length: number } {
  const gap = /^\s*/.exec(text)?.[0].length ?? 0;
  const { value, word } = unitWord(text.slice(gap));
  if (!word) return NO_UNIT;
  const needs = NEEDS_SPACE[word];
  const end = gap + word.length;
  if (needs !== undefined && needs !== gap > 0) return { value: Number.NaN, length: end };
  return { value, length: end + (/^\.(?!\d)/.test(text.slice(end)) ? 1 : 0) };
}

/**
 * Whether the text after a number can be its label, rather than the rest of a time, percentage, ordinal or
 * another number.
 */
function isLabel(rest: string): boolean {
  if (/^\s*[:/%°\-–−]/.test(rest) || /^[.,'’٫٬]?\s*\d/.test(rest)) return false;
  const letter = /\p{L}/u.exec(rest);
  if (letter && !READABLE.test(letter[0])) return false;
  return letter?.index !== 0 || UNSPACED.test(rest);
}

/** A number with 万 and 千 units in turn: 1億2345万. */
function further(text: string, below: number): { value: number; length: number } {
  const none = { value: 0, length: 0 };
  const number = below >= 1e4 ? NUMBER.exec(text)?.[1] : undefined;
  if (number === undefined) return none;
  const unit = unitAt(text.slice(number.length));
  const value = worth(number, unit.value);
  if (unit.value >= below || !(value < below)) return none;
  return { value, length: number.length + unit.length };
}

/**
 * Parses a count as sites show it in many languages, at the start of a text: `3.8K`, `1,234`, `2.5万`, `1,2
 * тыс.`, `٣٤`, `10 replies`. `shown` is the figure with its unit. `exact` is false where it is abbreviated
 * (3.8K), open (99+) or approximate (約2万). Null for no number, a negative one or a fraction, and for anything
 * else (12:34, 50%, 3d).
 *
 * One mark before three digits (1.234, 1,234) is a thousands separator, unless a unit follows (1.234M); with 万,
 * 億 and similar units a comma is one all the same (1,234万).
 */
export function parseCount(shown: string): Count | null {
  const text = plain(shown.slice(0, 200)).trim();
  const found = NUMBER.exec(text);
  if (!found?.[1]) return null;
  const unit = unitAt(text.slice(found[0].length));
  let end = found[0].length + unit.length;
  const more = further(text.slice(end), unit.value);
  end += more.length;
  const open = /^\s?\+/.exec(text.slice(end))?.[0].length ?? 0;
  const value = worth(found[1], unit.value) + more.value;
  if (!Number.isSafeInteger(value) || !isLabel(text.slice(end + open))) return null;
  const exact = unit.value === 1 && open === 0 && found[0] === found[1];
  return { shown: original(shown, end + open), value, exact };
}

/** The first characters as displayed, not counting directional marks. */
function original(shown: string, length: number): string {
  const bare = shown.replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim();
  return bare.slice(0, length).slice(0, 60);
}
