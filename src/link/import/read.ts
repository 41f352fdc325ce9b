import { type DayOrder, type FileOrder, momentIn, orderOf } from '../../post/parse-dates.ts';
import { addressIn, countIn, valueIn } from './cells.ts';
import type { Columns, Field } from './columns.ts';
import { type Table, tableIn } from './table.ts';

/** Largest file that is read, bytes: a year of a busy person is far below. */
export const MOST_BYTES = 20_000_000;

/** Clicks that another counted, on one day, of one link or of one set of labels. */
export interface ImportedClicks {
  /** What identifies the rows of one link: its address, or its labels. */
  readonly thing: string;
  readonly address: string;
  readonly target: string;
  readonly title: string;
  readonly source: string;
  readonly campaign: string;
  readonly content: string;
  /** Host that they came from, or what the label says of it; empty where nothing does. */
  readonly place: string;
  /** Whole days since 1970; 0 where the file names none. */
  readonly day: number;
  /** Hour of that day, UTC; null where it is that day everywhere. */
  readonly hour: number | null;
  readonly clicks: number;
  /** By the link's QR code. */
  readonly qr: boolean;
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
      /** A date of the file that could be two days, and nobody but the person knows which; empty where all are settled. */
      readonly ambiguousDate: string;
    }
  | { readonly ok: false; readonly reason: ImportRefusal };

/** Parses another service's export of clicks. `order`: the order of day and month, if the person had to choose it. */
export function readClicksFile(text: string, order: DayOrder | null = null): ReadFile {
  if (text.length > MOST_BYTES) return { ok: false, reason: 'size' };
  const table = tableIn(text);
  if (table === 'empty') return { ok: false, reason: 'empty' };
  if (!table) return { ok: false, reason: 'columns' };
  const { columns, rows, until } = table;
  const settled = orderOf(datesOf(table));
  const read = rows.map((row) => clicksIn(new Cells(row, columns), order ?? settled.order));
  const clicks = read.filter((one) => one !== null);
  const ambiguousDate = order === null ? settled.ambiguous : '';
  return { ok: true, clicks, skipped: rows.length - clicks.length, until, ambiguousDate };
}

function* datesOf({ columns, rows }: Table): Generator<string> {
  const places = [...(columns.get('day') ?? []), ...(columns.get('created') ?? [])];
  for (const row of rows) for (const at of places) yield row[at] ?? '';
}

/** A row by what its columns hold. */
class Cells {
  private readonly row: readonly string[];
  private readonly columns: Columns;

  constructor(row: readonly string[], columns: Columns) {
    this.row = row;
    this.columns = columns;
  }

  has(field: Field): boolean {
    return this.columns.has(field);
  }

  /** The first column of a field that says something. */
  of(field: Field): string {
    return this.all(field).find((text) => text !== '') ?? '';
  }

  all(field: Field): string[] {
    return (this.columns.get(field) ?? []).map((at) => valueIn(this.row[at] ?? ''));
  }
}

/** What a row of events names where it is a click: itself, how it was triggered, or nothing where all of them are. */
const CLICK = /^(?:link\.)?click(?:s|ed)?$|^link(?: click)?$|^deep ?link$|^クリック$|^点击$/i;
const SCAN = /^(?:qr(?:[ -]?code)?(?:[ -]?scan)?|scan(?:ned)?|qr\.scanned|スキャン|扫码)$/i;

function countOf(cells: Cells): number | null {
  if (cells.has('clicks'))
    return (
      cells
        .all('clicks')
        .map(countIn)
        .find((n) => n !== null) ?? null
    );
  const event = cells.of('event');
  return event === '' || CLICK.test(event) || SCAN.test(event) ? 1 : null;
}

/** A link's address: of several columns the first that is one, since one may hold an id. */
function linkIn(cells: Cells): string {
  const address = cells.all('link').map(addressIn).find(Boolean) ?? '';
  const domain = cells.of('domain');
  return address || (domain && addressIn(`${domain}/${cells.of('key')}`));
}

function clicksIn(cells: Cells, order: FileOrder): ImportedClicks | null {
  const clicks = countOf(cells);
  if (clicks === null || clicks === 0) return null;
  const [both = ''] = cells.of('sourceMedium').split('/');
  const source = valueIn(cells.of('source') || both).toLowerCase();
  const [campaign, content, referrer] = [cells.of('campaign'), cells.of('content'), cells.of('referrer')];
  const address = linkIn(cells);
  const others = [cells.of('sourceMedium'), cells.of('medium'), cells.of('term'), referrer];
  const labels = [source, campaign, content].some(Boolean) ? [source, campaign, content] : others;
  const thing = address || labels.join('\n');
  if (thing.trim() === '') return null;
  const at = momentIn(cells.of('day'), order);
  return {
    thing,
    address,
    target: addressIn(cells.of('target')),
    title: cells.of('title').slice(0, 200),
    source,
    campaign,
    content,
    place: (referrer || source).slice(0, 255),
    // What a link has in all stands on the day on which it was made.
    day: at?.day ?? momentIn(cells.of('created'), order)?.day ?? 0,
    hour: at?.hour ?? null,
    clicks,
    qr: !cells.has('clicks') && SCAN.test(cells.of('event')),
  };
}
