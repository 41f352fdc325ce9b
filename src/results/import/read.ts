import Papa from 'papaparse';
import { columnsOf, type Field, tellsClicks } from './columns.ts';

const DAY = 86_400_000;
/** Largest file that is read, bytes, and most lines: a year of a busy person is far below. */
export const MOST_BYTES = 20_000_000;
const MOST_LINES = 200_000;
/** Lines before the headings: Google Analytics writes what the table is. */
const MOST_BEFORE = 20;

/** Clicks that another counted, on one day, of one link or of one set of labels. */
export interface ImportedClicks {
  /** By what rows of one thing are told from others: its address, or its labels. */
  readonly thing: string;
  readonly address: string;
  readonly target: string;
  readonly title: string;
  readonly source: string;
  readonly campaign: string;
  readonly content: string;
  /** Whole days since 1970; 0 where the file names none. */
  readonly day: number;
  readonly clicks: number;
}

/** Why a file was not read. `size`: too large; `empty`: nothing in it; `columns`: no headings that tell of clicks. */
export type ImportRefusal = 'size' | 'empty' | 'columns';

export type ReadFile =
  | {
      readonly ok: true;
      readonly clicks: readonly ImportedClicks[];
      /** Lines that tell nothing that can be counted. */
      readonly skipped: number;
      /** The day of figures without one, where the file says until when it counts; 0 otherwise. */
      readonly until: number;
    }
  | { readonly ok: false; readonly reason: ImportRefusal };

/** A day of a file: `2026-11-24`, `20261124`, `11/24/2026`, a moment, or milliseconds. 0 where it is none. */
export function dayIn(text: string): number {
  const said = text.normalize('NFKC').trim();
  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(said);
  const american = /^(\d{1,2})\/(\d{1,2})\/(20\d\d)\b/.exec(said);
  const japanese = /^(20\d\d)[年/.](\d{1,2})[月/.](\d{1,2})/.exec(said);
  const parts = compact
    ? [compact[1], compact[2], compact[3]]
    : american
      ? [american[3], american[1], american[2]]
      : japanese
        ? [japanese[1], japanese[2], japanese[3]]
        : null;
  if (parts) return dayOfParts(parts.map(Number));
  // A moment names its year; engines read a date out of nearly any number.
  const at = /^\d{12,14}$/.test(said)
    ? Number(said)
    : /\b20\d\d\b/.test(said)
      ? Date.parse(said)
      : Number.NaN;
  return Number.isNaN(at) || at < Date.UTC(2000, 0) || at > Date.UTC(2100, 0) ? 0 : Math.floor(at / DAY);
}

function dayOfParts([year = 0, month = 0, day = 0]: readonly number[]): number {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  // The 31st of a month of thirty days is no day.
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at / DAY : 0;
}

/** A count as people and programs write it: `1,234`, `１２`. Null where it is none. */
export function countIn(text: string): number | null {
  const said = text.normalize('NFKC').trim();
  if (!/^\d{1,3}(?:[,. \u00a0\u202f]\d{3})+$|^\d+(?:\.0+)?$/.test(said)) return null;
  const n = Number(/^\d+(?:\.0+)?$/.test(said) ? said : said.replace(/\D/g, ''));
  return Number.isSafeInteger(n) ? n : null;
}

/** Reads another's export of clicks. Nothing is written. */
export function readClicksFile(text: string): ReadFile {
  if (text.length > MOST_BYTES) return { ok: false, reason: 'size' };
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  if (data.length === 0) return { ok: false, reason: 'empty' };
  const at = data.slice(0, MOST_BEFORE).findIndex((row) => tellsClicks(columnsOf(row)));
  const header = data[at];
  if (!header) return { ok: false, reason: 'columns' };
  const columns = columnsOf(header);
  const rows = data.slice(at + 1, at + 1 + MOST_LINES);
  const read = rows.map((row) => clicksIn(row, columns));
  const clicks = read.filter((one) => one !== null);
  return {
    ok: true,
    clicks,
    skipped: data.length - at - 1 - clicks.length,
    until: untilIn(data.slice(0, at)),
  };
}

/** Google Analytics: `# End date: 20261124`. */
function untilIn(before: readonly (readonly string[])[]): number {
  const line = before.map((row) => row.join(',')).find((row) => /end date|終了日|结束日期/i.test(row));
  return line ? dayIn(/(20\d{6}|20\d\d-\d\d-\d\d)/.exec(line)?.[1] ?? '') : 0;
}

function clicksIn(row: readonly string[], columns: ReadonlyMap<Field, number>): ImportedClicks | null {
  const cell = (field: Field) => (row[columns.get(field) ?? -1] ?? '').trim();
  const count = columns.has('clicks')
    ? countIn(cell('clicks'))
    : /^(?:link\.)?click(?:ed)?$/i.test(cell('event'))
      ? 1
      : null;
  if (count === null || count === 0) return null;
  const [bothSource = ''] = cell('sourceMedium').split('/');
  const source = (cell('source') || bothSource).trim().toLowerCase();
  const [campaign, content, address] = [cell('campaign'), cell('content'), addressIn(cell('link'))];
  const thing = address || [source, campaign, content].join('\n');
  if (thing.trim() === '') return null;
  const target = addressIn(cell('target'));
  const day = dayIn(cell('day')) || dayIn(cell('created'));
  return {
    thing,
    address,
    target,
    title: cell('title').slice(0, 200),
    source,
    campaign,
    content,
    day,
    clicks: count,
  };
}

/** An address of a file, whole: Bitly leaves out its scheme. Empty where it is none. */
function addressIn(text: string): string {
  const whole = /^https?:\/\//i.test(text)
    ? text
    : text.includes('.') && !/\s/.test(text)
      ? `https://${text}`
      : '';
  return whole && URL.canParse(whole) && whole.length <= 2000 ? whole : '';
}
