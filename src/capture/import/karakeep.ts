import * as z from 'zod/mini';
import { FileText, type RawBookmark } from './bookmark.ts';

/**
 * Karakeep's (formerly Hoarder's) JSON export. Items that are not links or do not match the schema are skipped
 * one by one.
 */
const One = z.object({
  createdAt: z.optional(z.union([z.number(), FileText])),
  title: z.optional(z.nullable(FileText)),
  tags: z._default(z.array(FileText), []),
  lists: z._default(z.array(FileText), []),
  content: z.optional(
    z.nullable(z.object({ type: FileText, url: z.optional(FileText), text: z.optional(FileText) })),
  ),
  note: z.optional(z.nullable(FileText)),
});
const List = z.object({ id: FileText, name: FileText, parentId: z.optional(z.nullable(FileText)) });
type List = z.infer<typeof List>;
/** Deepest nesting of lists that is followed. */
const DEEPEST = 20;
const File = z.object({
  bookmarks: z.array(z.unknown()),
  lists: z._default(z.array(z.unknown()), []),
});

/** A list's path from the outermost list. Cycles end at the first repetition. */
function pathOf(lists: ReadonlyMap<string, List>, id: string): string[] {
  const path = new Set<List>();
  for (let at = lists.get(id); at && !path.has(at) && path.size < DEEPEST; at = lists.get(at.parentId ?? ''))
    path.add(at);
  return [...path].map(({ name }) => name).reverse();
}

/** Bookmarks of a Karakeep export; null where the file is another one. */
export function karakeepIn(value: unknown): RawBookmark[] | null {
  const file = File.safeParse(value);
  if (!file.success) return null;
  const lists = new Map(
    file.data.lists.flatMap((one) => {
      const { data } = List.safeParse(one);
      return data ? [[data.id, data] as const] : [];
    }),
  );
  return file.data.bookmarks.map((one): RawBookmark => {
    const { data } = One.safeParse(one);
    if (!data) return { url: undefined };
    const { url, text } = data.content ?? {};
    return {
      url,
      text,
      title: data.title,
      note: data.note,
      tags: data.tags,
      folders: data.lists.map((id) => pathOf(lists, id)),
      at: data.createdAt,
    };
  });
}
