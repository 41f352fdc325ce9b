import * as z from 'zod/mini';
import { Day } from '../post/day.ts';
import { text } from '../workspace/text.ts';
import { address, hash, id, moment } from './item.ts';

/** Longest text of a shared post; the complete text stays in the sharer's own store. */
export const MAX_POST_TEXT = 5000;

/** A captured post that somebody shared with the team, with a small preview of its picture. */
export const LibraryPost = z.object({
  id,
  at: moment,
  url: address,
  author: z.object({ name: text(300), handle: text(300) }),
  text: text(MAX_POST_TEXT),
  site: text(255),
  /** When it was posted, where known. */
  time: z.nullable(moment),
  /** The day where no time is known; `time` is then null. */
  day: z.optional(Day),
  /** Hash of the preview; empty where there is none. */
  thumbnail: z.union([hash, z.literal('')]),
  /** When the author's permission for this preview ends, UTC ms; absent where it needs none or has no end. */
  until: z.optional(moment),
  trashed: moment,
});
export type LibraryPost = z.infer<typeof LibraryPost>;
