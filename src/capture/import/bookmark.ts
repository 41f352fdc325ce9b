import * as z from 'zod/mini';
import { type FileOrder, momentIn } from '../../post/parse-dates.ts';
import { MAX_TEXT } from '../../post/post.ts';
import { tagOf } from '../../workspace/tags.ts';
import { nameLine } from '../collection-name.ts';
import { MAX_PATH } from '../tables.ts';

/** Largest file that is read, bytes, and most things that are taken from one. */
export const MOST_BYTES = 50_000_000;
export const MOST_ITEMS = 50_000;

const MAX_TITLE = 1000;
const MAX_NOTE = 20_000;
const MAX_TAGS = 50;
export const MAX_COLLECTIONS = 50;
const DAY = 86_400_000;
/** Nobody kept anything on the web before. */
const FIRST = Date.UTC(1991, 0, 1);

/** Something that another program kept of a page. */
export interface Bookmark {
  readonly url: string;
  readonly title: string;
  /** What it kept of the page's text. */
  readonly text: string;
  /** Where it stood or what was marked of it was longer than we keep. */
  readonly cut: boolean;
  readonly note: string;
  readonly tags: readonly string[];
  /** Collections it is to be in, by name: a folder within another by its path. */
  readonly collections: readonly string[];
  /** When it was kept there, UTC ms; null where that is not told. */
  readonly at: number | null;
}

/** A text of another app's file: a longer one is cut where it comes in. */
export const FileText = z.string().check(z.overwrite((text) => text.slice(0, 20_000)));

/** As a file tells of it; all of it may be anything. */
export interface RawBookmark {
  readonly url: string | undefined;
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Where it lies: paths of folders or lists, the outermost first. */
  readonly folders?: readonly (readonly string[])[] | undefined;
  /** Seconds or milliseconds since 1970, or a date as it is written. */
  readonly at?: number | string | null | undefined;
}

const Address = z.string().check(z.maxLength(4000), z.regex(/^https?:\/\/[^\s]+$/i));

/** A browser's own folders, at the root of each of its files: nobody makes one of such a name. */
const BROWSERS =
  /^(?:bookmarks? ?(?:bar|menu|toolbar)|other (?:bookmarks|favou?rites)|mobile (?:bookmarks|favou?rites)|favou?rites bar|ブックマーク ?(?:バー|メニュー|ツールバー)|その他の(?:ブックマーク|お気に入り)|モバイルのブックマーク|お気に入りバー|书签(?:栏|菜单|工具栏)|其他(?:书签|收藏夹)|移动设备书签|收藏夹栏)$/i;

/** What a column of a list says of pages that are in no folder. */
const NO_FOLDER = /^(?:unsorted|uncategori[sz]ed)$/i;

const cutTo = (text: string, most: number) => text.slice(0, most).toWellFormed();
const clean = (text: string | null | undefined) => (text ?? '').replaceAll('\0', '').trim();

/** How the dates of a file are written; null where those that could be two days are settled by nothing in it. */
export type DatesOrder = FileOrder | null;

/** A year, a month and a day as ISO 8601 has them, with a clock or without. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:([T ])\d\d:\d\d.{0,40})?$/i;

/** A day without a clock is that day where the person is: its noon there. */
const noonOf = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

/** A date as people and programs write it, UTC ms. Not a number where it is none, or could be two. */
function dateIn(text: string, order: DatesOrder): number {
  const [, year, month, day, clock] = ISO.exec(text) ?? [];
  if (clock) return Date.parse(text);
  // The year alone tells it apart from what the file may mean in two ways.
  if (year && !year.startsWith('20')) return noonOf(Number(year), Number(month), Number(day));
  const [moment, other] = [momentIn(text, order ?? 'month'), momentIn(text, order ?? 'day')];
  if (!moment || moment.day !== other?.day) return Number.NaN;
  if (moment.hour !== null) return Date.parse(text) || moment.day * DAY + moment.hour * (DAY / 24);
  const date = new Date(moment.day * DAY);
  return noonOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** A moment as programs write it: seconds, milliseconds, or microseconds since 1970, or a date. Null where it is none. */
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

/** A path of folders as one name, without those that every browser has at its root. Of one far too long its end stands. */
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

/** A path as a column of a file has it. */
export const pathIn = (cell: string): string[] => (NO_FOLDER.test(cell.trim()) ? [] : cell.split('/'));

/** A thing of a file with its texts cut to what we keep; null where it has no address of a page. `now`: UTC ms. */
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
