import Papa from 'papaparse';
import type { PlainKey } from '../i18n/translate.ts';
import { isoWithOffset } from './iso-time.ts';
import type { Sheet } from './sheet.ts';

/** The UTF-8 byte order mark. Without it Excel assumes the system's legacy encoding and garbles Japanese and Chinese. */
const BOM = '\ufeff';
/**
 * Cells that spreadsheets would run as formulas, also in full-width forms and behind blanks and quotes
 * (https://owasp.org/www-community/attacks/CSV_Injection), get an apostrophe in front. With another separator configured, a
 * cell begins after each semicolon, tab, bar or line break of a text, quoted or not.
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
