import { destinationOf } from '../destination.ts';

/** What programs write where there is nothing. */
const NOTHING =
  /^(?:null|nil|none|undefined|nan|n\/a|-|–|\(not set\)|\(not provided\)|\(none\)|\(direct\)|\(other\))$/i;

/** What a cell says; empty where it says that there is nothing. */
export function valueIn(text: string): string {
  const trimmed = text.trim();
  return NOTHING.test(trimmed) ? '' : trimmed;
}

/** The largest count of a row: as many rows as a file may have add up to a number that is still exact. */
const MOST = 10_000_000_000;

/** A count as people and programs write it: `1,234`, `１２`, `1e3`. Null where it is none. */
export function countIn(text: string): number | null {
  const written = text.normalize('NFKC').trim();
  const isPlain = /^\d+(?:\.0+)?$|^\d+(?:\.\d+)?e\+?\d{1,2}$/i.test(written);
  if (!isPlain && !/^\d{1,3}(?:[,. \u00a0\u202f]\d{3})+$/.test(written)) return null;
  const n = Number(isPlain ? written : written.replace(/\D/g, ''));
  return Number.isSafeInteger(n) && n <= MOST ? n : null;
}

/** `1.000`, `12.345.678` */
const IN_GROUPS = /^\d{1,3}(?:\.\d{3})+$/;

/**
 * Whether the points in the counts of a file stand between thousands: `1.000` is a thousand where another count is `1.234`, or
 * has no point (a program that writes decimals writes them everywhere), and one where a count is `3.0`.
 */
export function arePointsGroups(texts: readonly string[]): boolean {
  const counts = texts.map((text) => text.normalize('NFKC').trim()).filter((text) => /^\d[\d.]*$/.test(text));
  const pointed = counts.filter((text) => text.includes('.'));
  const isBeside = counts.some((text) => /^[1-9]\d{0,2}$/.test(text));
  return (
    pointed.every((text) => IN_GROUPS.test(text)) &&
    (isBeside || pointed.some((text) => /\.(?!000)\d{3}|\..*\./.test(text)))
  );
}

/** What stands before a colon and is no host with a port: a scheme. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;

/**
 * An address of a file, whole: Bitly leaves out its scheme. Empty where it is none that a link may lead to: of another scheme
 * (`javascript:`), with a user, of a machine's number.
 */
export function addressIn(text: string): string {
  const url = valueIn(text);
  const isWhole = /^https?:\/\//i.test(url);
  if (!isWhole && (SCHEME.test(url) || !url.includes('.') || /\s/.test(url))) return '';
  const whole = isWhole ? url : `https://${url}`;
  return destinationOf(whole).ok ? whole : '';
}
