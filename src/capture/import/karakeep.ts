import * as z from 'zod/mini';
import { FileText, type RawBookmark } from './bookmark.ts';

/** Karakeep's (before: Hoarder's) export, JSON. What is neither a link nor of a shape that we know is left out, one by one. */
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
/** Lists within lists: more is nobody's. */
const DEEPEST = 20;
const File = z.object({
  bookmarks: z.array(z.unknown()),
  lists: z._default(z.array(z.unknown()), []),
});

/** Where a list stands among the others, the outermost first. One that stands within itself is met once. */
function pathOf(lists: ReadonlyMap<string, List>, id: string): string[] {
  const path = new Set<List>();
  for (let at = lists.get(id); at && !path.has(at) && path.size < DEEPEST; at = lists.get(at.parentId ?? ''))
    path.add(at);
  return [...path].map(({ name }) => name).reverse();
}

/** What a file of Karakeep's tells; null where it is none. */
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
