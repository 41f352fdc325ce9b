import type { RawBookmark } from './bookmark.ts';
import type { Columns } from './csv-columns.ts';

/** Pocket's last export: `title,url,time_added,tags,status`, tags separated by `|`. */
export const isPocket = (columns: Columns): boolean => columns.has('time_added') && columns.has('url');

export const pocketRow = (of: (name: string) => string): RawBookmark => ({
  url: of('url'),
  title: of('title'),
  tags: of('tags').split(/[|,]/),
  at: of('time_added'),
});
