import * as z from 'zod/mini';
import { FileText, type Told } from './bookmark.ts';

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
const List = z.object({ id: FileText, name: FileText });
const File = z.object({
  bookmarks: z.array(z.unknown()),
  lists: z._default(z.array(z.unknown()), []),
});

/** What a file of Karakeep's tells; null where it is none. */
export function karakeepIn(value: unknown): Told[] | null {
  const file = File.safeParse(value);
  if (!file.success) return null;
  const lists = new Map(
    file.data.lists.flatMap((one) => {
      const { data } = List.safeParse(one);
      return data ? [[data.id, data.name] as const] : [];
    }),
  );
  return file.data.bookmarks.map((one): Told => {
    const { data } = One.safeParse(one);
    if (!data) return { url: undefined };
    const named = data.lists.flatMap((id) => lists.get(id) ?? []);
    const { url, text } = data.content ?? {};
    return {
      url,
      text,
      title: data.title,
      note: data.note,
      tags: [...data.tags, ...named],
      at: data.createdAt,
    };
  });
}
