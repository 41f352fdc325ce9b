import Papa from 'papaparse';
import { momentIn } from '../../post/parse-dates.ts';
import { arePointsGroups, countIn } from './cells.ts';
import { type Columns, columnsOf, tellsClicks } from './columns.ts';

/** Lines before the headings: Google Analytics writes what the table is. */
const MOST_BEFORE = 40;
const MOST_LINES = 200_000;

type Row = readonly string[];

/** A file's first table that tells of clicks. */
export interface Table {
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** The last day of what it tells, where the file says so above it; 0 otherwise. */
  readonly until: number;
}

const isBlank = (row: Row) => row.every((cell) => cell.trim() === '');
const isComment = ([first = '']: Row) => first.trimStart().startsWith('#');

/** How services call the row that adds up the others. */
const TOTAL =
  /^(?:(?:grand|sub)?[\s-]*totals?|sum|合計|総計|総合計|小計|总计|總計|合计|合計值|总和|小计)[:：]?$/i;

const LABELS = [
  'link',
  'source',
  'medium',
  'sourceMedium',
  'campaign',
  'content',
  'term',
  'referrer',
] as const;

/** Whether a row is called a sum of others, and has no label of its own beside that. */
function isCalledTotal(row: Row, columns: Columns): boolean {
  const isNamed = row.some((cell) => TOTAL.test(cell.normalize('NFKC').trim()));
  const labels = LABELS.flatMap((field) => columns.get(field) ?? []).map((at) => (row[at] ?? '').trim());
  return isNamed && labels.every((label) => label === '' || TOTAL.test(label.normalize('NFKC')));
}

/** Rows whose counts have no points between thousands, where that is what the points of the file are. */
function withoutPoints(rows: readonly Row[], columns: Columns): readonly Row[] {
  const at = columns.get('clicks') ?? [];
  if (!arePointsGroups(rows.flatMap((row) => at.map((one) => row[one] ?? '')))) return rows;
  const isGrouped = (cell: string) => /^\d{1,3}(?:\.\d{3})+$/.test(cell.normalize('NFKC').trim());
  return rows.map((row) =>
    row.map((cell, one) => (at.includes(one) && isGrouped(cell) ? cell.replace(/[.．]/g, '') : cell)),
  );
}

/** Rows without those that add up the others: a campaign may be called `total`, but does not hold all the clicks too. */
function withoutTotals(rows: readonly Row[], columns: Columns): Row[] {
  const at = columns.get('clicks') ?? [];
  const countOf = (row: Row) => at.map((one) => countIn(row[one] ?? '')).find((n) => n !== null) ?? 0;
  const called = rows.filter((row) => isCalledTotal(row, columns));
  if (called.length === 0) return [...rows];
  const others = rows.filter((row) => !called.includes(row)).reduce((sum, row) => sum + countOf(row), 0);
  return rows.filter((row) => !called.includes(row) || countOf(row) < others);
}

/** Where a table ends: at a remark, or behind a blank line where other headings follow. */
function rowsOf(data: readonly Row[], columns: Columns): Row[] {
  const isCounted = columns.has('clicks');
  const isHeadings = (row: Row) =>
    tellsClicks(columnsOf(row)) || (isCounted && row.every((cell) => countIn(cell) === null));
  const rows: Row[] = [];
  let wasBlank = false;
  for (const row of data) {
    if (isComment(row) || rows.length >= MOST_LINES) break;
    if (!isBlank(row) && wasBlank && isHeadings(row)) break;
    wasBlank = isBlank(row);
    if (!wasBlank) rows.push(row);
  }
  return rows;
}

/** Google Analytics: `# End date: 20261124`, `# 20261101-20261124`. */
function untilIn(before: readonly Row[]): number {
  const remarks = before.filter(isComment).map((row) => row.join(','));
  const days = remarks.flatMap((line) => {
    const dates = line.match(/20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|20\d{6}/g) ?? [];
    const isEnd = dates.length === 2 || /end date|終了日|结束日期/i.test(line);
    return isEnd ? (momentIn(dates.at(-1) ?? '', 'month')?.day ?? 0) : 0;
  });
  return days.findLast((day) => day > 0) ?? 0;
}

/** The first table of a file that tells of clicks; null where it has none, 'empty' where it has nothing at all. */
export function tableIn(text: string): Table | null | 'empty' {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''));
  if (data.every(isBlank)) return 'empty';
  const at = headingsAt(data);
  const header = data[at];
  if (!header) return null;
  const columns = columnsOf(header);
  const rows = withoutTotals(withoutPoints(rowsOf(data.slice(at + 1), columns), columns), columns);
  return { columns, rows, until: untilIn(data.slice(0, at)) };
}

/** Of several tables, the first that tells of clicks: a second would count the same again. */
function headingsAt(data: readonly Row[]): number {
  let behind = 0;
  for (const [at, row] of data.entries()) {
    if (isBlank(row) || isComment(row)) behind = at;
    if (at - behind > MOST_BEFORE) continue;
    if (tellsClicks(columnsOf(row))) return at;
  }
  return -1;
}
