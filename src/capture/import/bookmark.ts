import * as z from 'zod/mini';
import { type FileOrder, momentIn } from '../../post/parse-dates.ts';
import { MAX_TEXT } from '../../post/post.ts';
import { tagOf } from '../../workspace/tags.ts';
import { MAX_PATH } from '../capture.ts';
import { nameLine } from '../collection-name.ts';

/** Largest file that is read, bytes, and most bookmarks taken from one. */
export const MOST_BYTES = 50_000_000;
export const MOST_ITEMS = 50_000;

const MAX_TITLE = 1000;
const MAX_NOTE = 20_000;
const MAX_TAGS = 50;
export const MAX_COLLECTIONS = 50;
const DAY = 86_400_000;
/** Before this there was no web, so an earlier date is an error. */
const FIRST = Date.UTC(1991, 0, 1);

/** A page that another app saved. */
export interface Bookmark {
  readonly url: string;
  readonly title: string;
  /** Text of the page that the app saved. */
  readonly text: string;
  /** The folder path or the highlighted text exceeded our limits. */
  readonly cut: boolean;
  readonly note: string;
  readonly tags: readonly string[];
  /** Names of the collections to put it in; a nested folder is named by its path. */
  readonly collections: readonly string[];
  /** When the app saved it, UTC ms; null where the file does not say. */
  readonly at: number | null;
}

/** Text from another app's file, truncated at the limit. */
export const FileText = z.string().check(z.overwrite((text) => text.slice(0, 20_000)));

/** A bookmark as a file gives it, not validated yet. */
export interface RawBookmark {
  readonly url: string | undefined;
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Its folders or lists, each as a path from the outermost. */
  readonly folders?: readonly (readonly string[])[] | undefined;
  /** Seconds or milliseconds since 1970, or a date as it is written. */
  readonly at?: number | string | null | undefined;
}

const Address = z.string().check(z.maxLength(4000), z.regex(/^https?:\/\/[^\s]+$/i));

/** Root folders that browsers put into every export; people do not name folders so. */
const BROWSERS =
  /^(?:bookmarks? ?(?:bar|menu|toolbar)|other (?:bookmarks|favou?rites)|mobile (?:bookmarks|favou?rites)|favou?rites bar|ブックマーク ?(?:バー|メニュー|ツールバー)|その他の(?:ブックマーク|お気に入り)|モバイルのブックマーク|お気に入りバー|书签(?:栏|菜单|工具栏)|其他(?:书签|收藏夹)|移动设备书签|收藏夹栏)$/i;

/** Words that apps use for "in no folder". */
const NO_FOLDER = /^(?:unsorted|uncategori[sz]ed)$/i;

const cutTo = (text: string, most: number) => text.slice(0, most).toWellFormed();
const clean = (text: string | null | undefined) => (text ?? '').replaceAll('\0', '').trim();

/** How the file writes its dates; null where ambiguous ones cannot be resolved. */
export type DatesOrder = FileOrder | null;

/** An ISO 8601 date, with or without a time. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:([T ])\d\d:\d\d.{0,40})?$/i;

/** A date without a time means noon of that day in this device's zone. */
const noonOf = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

/** Parses a date as people and programs write it, UTC ms. NaN where it is none or ambiguous. */
function dateIn(text: string, order: DatesOrder): number {
  const [, year, month, day, clock] = ISO.exec(text) ?? [];
  if (clock) return Date.parse(text);
  // A year outside 20xx cannot be a short date, so it is not ambiguous.
  if (year && !year.startsWith('20')) return noonOf(Number(year), Number(month), Number(day));
  const [moment, other] = [momentIn(text, order ?? 'month'), momentIn(text, order ?? 'day')];
  if (!moment || moment.day !== other?.day) return Number.NaN;
  if (moment.hour !== null) return Date.parse(text) || moment.day * DAY + moment.hour * (DAY / 24);
  const date = new Date(moment.day * DAY);
  return noonOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Parses a timestamp: seconds, milliseconds or microseconds since 1970, or a date. Null where it is none. */
export function momentOf(raw: RawBookmark['at'], now: number, order: DatesOrder = 'month'): number | null {
  const text = String(raw ?? '').trim();
  const n = /^\d+(?:\.\d+)?$/.test(text) && !/^20\d{6}$/.test(text) ? Number(text) : Number.NaN;
  const at = Number.isNaN(n) ? dateIn(text, order) : n < 1e11 ? n * 1000 : n < 1e14 ? n : n / 1000;
  return at >= FIRST && at <= now + DAY ? Math.floor(at) : null;
}

function tagsOf({ tags = [] }: RawBookmark): string[] {
  const made = tags.map(tagOf).filter((tag) => tag !== '');
  return [...new Set(made)].slice(0, MAX_TAGS);
}

/** A folder path as one name, without browsers' root folders. A path that is too long keeps its end. */
function pathName(path: readonly string[]): string {
  const names = path.map(nameLine).filter((name) => name !== '');
  const own = names.findIndex((name) => !BROWSERS.test(name));
  const whole = own < 0 ? '' : names.slice(own).join(' / ');
  return whole.length > MAX_PATH ? `…${whole.slice(1 - MAX_PATH)}`.toWellFormed() : whole;
}

function collectionsOf({ folders = [] }: RawBookmark): string[] {
  const made = folders.map(pathName).filter((name) => name !== '');
  return [...new Set(made)].slice(0, MAX_COLLECTIONS);
}

/** Splits a folder path in a CSV cell. */
export const pathIn = (cell: string): string[] => (NO_FOLDER.test(cell.trim()) ? [] : cell.split('/'));

/** A validated bookmark, its texts truncated to our limits; null without a page's address. `now`: UTC ms. */
export function bookmarkOf(raw: RawBookmark, now: number, order: DatesOrder = 'month'): Bookmark | null {
  const url = Address.safeParse(clean(raw.url));
  if (!url.success || !URL.canParse(url.data)) return null;
  const text = clean(raw.text);
  return {
    url: url.data,
    title: cutTo(clean(raw.title).replace(/\s+/g, ' '), MAX_TITLE),
    text: cutTo(text, MAX_TEXT),
    cut: text.length > MAX_TEXT,
    note: cutTo(clean(raw.note), MAX_NOTE),
    tags: tagsOf(raw),
    collections: collectionsOf(raw),
    at: momentOf(raw.at, now, order),
  };
}
