import Papa from 'papaparse';
import type { PlainKey } from '../i18n/translate.ts';
import { isoWithOffset } from './iso-time.ts';
import type { Sheet } from './sheet.ts';

/** Excel takes a file without it for the system's old encoding, and shows Japanese and Chinese as noise. */
const BOM = '\ufeff';
/**
 * What is a formula to Excel and its like at the beginning of a cell, in a full-width form too, also behind blanks and
 * quotes (https://owasp.org/www-community/attacks/CSV_Injection): it gets an apostrophe in front. A spreadsheet that is set
 * to another separator begins a cell behind each semicolon, tab, bar or line break of a text, quoted or not.
 */
const FORMULA = /(^|[;\t|\r\n\u2028\u2029])(?=[\s"'\u200b\ufeff]{0,20}[=+\-@＝＋－＠])/g;

/** A line break or tab begins no cell of a spreadsheet's own making. */
const guarded = (text: string) => text.replace(FORMULA, "$1'").replace(/^(?=[\t\r\n])/, "'");

function cell(value: string | number | null, kind: 'time' | undefined): string | number {
  if (typeof value === 'string') return guarded(value.toWellFormed());
  if (kind === 'time') return isoWithOffset(value);
  return value ?? '';
}

const lines = (rows: (string | number)[][]) => `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;

/** The first line of a sheet: its headings in the person's language, after the mark that makes Excel read UTF-8. */
export function csvHead(sheet: Pick<Sheet, 'columns'>, words: (key: PlainKey) => string): string {
  return BOM + lines([sheet.columns.map((column) => guarded(words(column.heading)))]);
}

/** Rows as lines of CSV (RFC 4180). */
export function csvLines(sheet: Pick<Sheet, 'columns'>, rows: readonly object[]): string {
  if (rows.length === 0) return '';
  return lines(rows.map((row) => sheet.columns.map((column) => cell(column.value(row), column.kind))));
}
