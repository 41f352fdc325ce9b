import * as z from 'zod/mini';
import { FileText, type RawBookmark } from './bookmark.ts';
import type { Columns } from './csv-columns.ts';

/** A list of tags as Reader writes it (`['ai', "don't"]`), or words separated by commas. */
const QUOTED = /'((?:[^'\\]|\\.)*)('|\\?$)|"((?:[^"\\]|\\.)*)("|\\?$)/gs;
const LONGEST = 200;
export function listIn(cell: string): string[] {
  const text = cell.trim();
  if (!text.startsWith('[')) return text.split(',');
  // An unclosed quotation matches up to the end of the text, which keeps the match linear.
  return [...text.matchAll(QUOTED)].flatMap(([, single, singleEnd, double, doubleEnd]) => {
    const word = single ?? double ?? '';
    const isWhole = /['"]/.test(singleEnd ?? doubleEnd ?? '');
    return isWhole && word.length <= LONGEST ? [word.replace(/\\(.)/gs, '$1')] : [];
  });
}

/** Reader's library: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. */
export const isReader = (columns: Columns): boolean =>
  columns.has('document tags') && columns.has('saved date');

export const readerRow = (of: (name: string) => string): RawBookmark => ({
  url: of('url'),
  title: of('title'),
  tags: listIn(of('document tags')),
  at: of('saved date'),
});

const Highlight = z.object({
  text: z._default(FileText, ''),
  note: z.optional(z.nullable(FileText)),
  highlighted_at: z.optional(z.nullable(FileText)),
});
const Tag = z.object({ name: FileText });
const Book = z.object({
  title: z.optional(z.nullable(FileText)),
  source_url: z.optional(z.nullable(FileText)),
  document_note: z.optional(z.nullable(FileText)),
  book_tags: z._default(z.array(Tag), []),
  highlights: z._default(z.array(Highlight), []),
});
const File = z.object({ results: z.array(z.unknown()) });

/** Readwise's highlights (JSON export): the highlighted passages are the captured text. */
export function highlightsIn(value: unknown): RawBookmark[] | null {
  const file = File.safeParse(value);
  if (!file.success) return null;
  return file.data.results.map((one): RawBookmark => {
    const { data } = Book.safeParse(one);
    if (!data) return { url: undefined };
    const { highlights } = data;
    return {
      url: data.source_url ?? undefined,
      title: data.title,
      text: highlights.map(({ text }) => text).join('\n\n'),
      note: [data.document_note, ...highlights.map(({ note }) => note)].filter(Boolean).join('\n\n'),
      tags: data.book_tags.map(({ name }) => name),
      at: highlights[0]?.highlighted_at,
    };
  });
}
