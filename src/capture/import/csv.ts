import Papa from 'papaparse';
import { MOST_ITEMS, pathIn, type RawBookmark } from './bookmark.ts';
import { type Columns, columnsOf, firstOf } from './csv-columns.ts';
import { NAMES } from './headings.ts';
import { isPocket, pocketRow } from './pocket-csv.ts';
import { isRaindrop, raindropRow } from './raindrop.ts';
import { isReader, readerRow } from './readwise.ts';

/** A row of any CSV that has a column of addresses. */
function anyRow(columns: Columns): (cells: readonly string[]) => RawBookmark {
  const at = (field: keyof typeof NAMES) => firstOf(columns, NAMES[field]);
  const places = { url: at('url'), title: at('title'), text: at('text'), note: at('note') };
  const [tags, folder, when] = [at('tags'), at('folder'), at('at')];
  return (cells) => ({
    url: cells[places.url],
    title: cells[places.title],
    text: cells[places.text],
    note: cells[places.note],
    tags: (cells[tags] ?? '')
      .replace(/^\[|\]$/g, '')
      .split(/[,;|、]/)
      .map((tag) => tag.replace(/^\s*["']|["']\s*$/g, '')),
    folders: [pathIn(cells[folder] ?? '')],
    at: cells[when],
  });
}

const KINDS = [
  { kind: 'readwise', is: isReader, row: readerRow },
  { kind: 'raindrop', is: isRaindrop, row: raindropRow },
  { kind: 'pocket', is: isPocket, row: pocketRow },
] as const;

export type CsvKind = (typeof KINDS)[number]['kind'] | 'csv';

/** Bookmarks of a CSV file, by the app that wrote it; null where there is no column of addresses. */
export function csvIn(text: string): { kind: CsvKind; bookmarks: RawBookmark[] } | null {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    // The headings, and one row above the limit to know whether there are more.
    preview: MOST_ITEMS + 2,
  });
  const [headings = [], ...rows] = data;
  const columns = columnsOf(headings);
  const known = KINDS.find(({ is }) => is(columns));
  if (known) {
    const bookmarks = rows.map((cells) => known.row((name) => cells[columns.get(name) ?? -1] ?? ''));
    return { kind: known.kind, bookmarks };
  }
  if (firstOf(columns, NAMES.url) < 0) return null;
  return { kind: 'csv', bookmarks: rows.map(anyRow(columns)) };
}
