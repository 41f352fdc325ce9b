import { orderOf } from '../../post/parse-dates.ts';
import {
  type Bookmark,
  bookmarkOf,
  MAX_COLLECTIONS,
  MOST_BYTES,
  MOST_ITEMS,
  type RawBookmark,
} from './bookmark.ts';
import { type CsvKind, csvIn } from './csv.ts';
import { karakeepIn } from './karakeep.ts';
import { isNetscape, netscapeIn } from './netscape.ts';
import { isPocketHtml, pocketHtmlIn } from './pocket-html.ts';
import { highlightsIn } from './readwise.ts';

/** Which app wrote a file. */
export type FileKind = CsvKind | 'bookmarks' | 'karakeep';

/** Why a file was refused: too large, empty, of an unknown format, or without any page. */
export type FileRefusal = 'size' | 'empty' | 'unknown' | 'none';

export type ReadBookmarks =
  | {
      readonly ok: true;
      readonly kind: FileKind;
      readonly found: readonly Bookmark[];
      /** Entries without a page's address. */
      readonly skipped: number;
      /** Whether the file had more entries than are taken at once. */
      readonly more: boolean;
    }
  | { readonly ok: false; readonly reason: FileRefusal };

interface Shape {
  readonly kind: FileKind;
  readonly bookmarks: readonly RawBookmark[];
}

function jsonShape(text: string): Shape | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const karakeep = karakeepIn(value);
  if (karakeep) return { kind: 'karakeep', bookmarks: karakeep };
  const highlights = highlightsIn(value);
  return highlights && { kind: 'readwise', bookmarks: highlights };
}

function shapeOf(text: string): Shape | null {
  if (isNetscape(text)) return { kind: 'bookmarks', bookmarks: netscapeIn(text) };
  const start = text.trimStart().charAt(0);
  if (start === '<') return isPocketHtml(text) ? { kind: 'pocket', bookmarks: pocketHtmlIn(text) } : null;
  return start === '{' || start === '[' ? jsonShape(text) : csvIn(text);
}

/** Merges entries of one address: their tags, collections and notes, and the earliest time. */
function together(all: readonly Bookmark[]): Bookmark[] {
  const byUrl = new Map<string, Bookmark>();
  for (const one of all) {
    const before = byUrl.get(one.url);
    byUrl.set(one.url, before ? joined(before, one) : one);
  }
  return [...byUrl.values()];
}

function joined(a: Bookmark, b: Bookmark): Bookmark {
  const notes = [...new Set([a.note, b.note].filter(Boolean))].join('\n\n').slice(0, 20_000);
  const moments = [a.at, b.at].filter((at) => at !== null);
  return {
    ...a,
    title: a.title || b.title,
    text: a.text || b.text,
    note: notes,
    tags: [...new Set([...a.tags, ...b.tags])].slice(0, 50),
    collections: [...new Set([...a.collections, ...b.collections])].slice(0, MAX_COLLECTIONS),
    at: moments.length > 0 ? Math.min(...moments) : null,
  };
}

/** Parses another app's file. Pure: writes and fetches nothing. `now`: UTC ms. */
export function readBookmarks(text: string, now: number): ReadBookmarks {
  if (text.length > MOST_BYTES) return { ok: false, reason: 'size' };
  const own = text.replace(/^\ufeff/, '');
  if (own.trim() === '') return { ok: false, reason: 'empty' };
  const shape = shapeOf(own);
  if (!shape) return { ok: false, reason: 'unknown' };
  const taken = shape.bookmarks.slice(0, MOST_ITEMS);
  const { order, ambiguous } = orderOf(taken.map(({ at }) => String(at ?? '')));
  const found = taken.flatMap((raw) => bookmarkOf(raw, now, ambiguous === '' ? order : null) ?? []);
  if (found.length === 0) return { ok: false, reason: 'none' };
  return {
    ok: true,
    kind: shape.kind,
    found: together(found),
    skipped: taken.length - found.length,
    more: shape.bookmarks.length > taken.length,
  };
}
