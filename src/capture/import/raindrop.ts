import { pathIn, type RawBookmark } from './bookmark.ts';
import type { Columns } from './csv-columns.ts';

/** Raindrop: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. */
export const isRaindrop = (columns: Columns): boolean =>
  columns.has('excerpt') && columns.has('folder') && columns.has('created');

export const raindropRow = (of: (name: string) => string): RawBookmark => ({
  url: of('url'),
  title: of('title'),
  text: [of('excerpt'), of('highlights')].filter(Boolean).join('\n\n'),
  note: of('note'),
  tags: of('tags').split(','),
  // A path: `Work / Clients`.
  folders: [pathIn(of('folder'))],
  at: of('created'),
});
