import Papa from 'papaparse';
import type { MessageKey } from '../i18n/translate.ts';
import { isoWithOffset } from './iso-time.ts';
import type { Sheet } from './sheet.ts';

/** Excel takes a file without it for the system's old encoding, and shows Japanese and Chinese as noise. */
const BOM = '\ufeff';
/**
 * A cell that begins like this is a formula to Excel and its like, in a full-width form too
 * (https://owasp.org/www-community/attacks/CSV_Injection): it gets an apostrophe in front.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const guarded = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: string | number | null, kind: 'time' | undefined): string | number {
  if (typeof value === 'string') return guarded(value.toWellFormed());
  if (kind === 'time') return isoWithOffset(value);
  return value ?? '';
}

const lines = (rows: (string | number)[][]) => `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;

/** The first line of a sheet: its headings in the person's language, after the mark that makes Excel read UTF-8. */
export function csvHead(sheet: Pick<Sheet, 'columns'>, words: (key: MessageKey) => string): string {
  return BOM + lines([sheet.columns.map((column) => guarded(words(column.heading)))]);
}

/** Rows as lines of CSV (RFC 4180). */
export function csvLines(sheet: Pick<Sheet, 'columns'>, rows: readonly object[]): string {
  if (rows.length === 0) return '';
  return lines(rows.map((row) => sheet.columns.map((column) => cell(column.value(row), column.kind))));
}
