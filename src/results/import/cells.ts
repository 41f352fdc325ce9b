import { destinationOf } from '../../click/destination.ts';

/** What programs write where there is nothing. */
const NOTHING =
  /^(?:null|nil|none|undefined|nan|n\/a|-|–|\(not set\)|\(not provided\)|\(none\)|\(direct\)|\(other\))$/i;

/** What a cell says; empty where it says that there is nothing. */
export function valueIn(text: string): string {
  const trimmed = text.trim();
  return NOTHING.test(trimmed) ? '' : trimmed;
}

/** A count as people and programs write it: `1,234`, `１２`. Null where it is none. */
export function countIn(text: string): number | null {
  const said = text.normalize('NFKC').trim();
  if (!/^\d{1,3}(?:[,. \u00a0\u202f]\d{3})+$|^\d+(?:\.0+)?$/.test(said)) return null;
  const n = Number(/^\d+(?:\.0+)?$/.test(said) ? said : said.replace(/\D/g, ''));
  return Number.isSafeInteger(n) ? n : null;
}

/** What stands before a colon and is no host with a port: a scheme. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;

/**
 * An address of a file, whole: Bitly leaves out its scheme. Empty where it is none that a link may lead to: of another scheme
 * (`javascript:`), with a user, of a machine's number.
 */
export function addressIn(text: string): string {
  const said = valueIn(text);
  const isWhole = /^https?:\/\//i.test(said);
  if (!isWhole && (SCHEME.test(said) || !said.includes('.') || /\s/.test(said))) return '';
  const whole = isWhole ? said : `https://${said}`;
  return destinationOf(whole).ok ? whole : '';
}
