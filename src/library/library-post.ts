import * as z from 'zod/mini';
import { Day } from '../post/day.ts';
import { address, hash, id, moment, text } from './item.ts';

/** Longest text of a post that is given to the team; the whole stays in the diary of whoever kept it. */
export const MAX_POST_TEXT = 5000;

/** What a team knows of a captured post that somebody gave it. The picture is a small preview. */
export const LibraryPost = z.object({
  id,
  at: moment,
  url: address,
  author: z.object({ name: text(300), handle: text(300) }),
  text: text(MAX_POST_TEXT),
  site: text(255),
  /** When it was posted, as far as the page said. */
  time: z.nullable(moment),
  /** The day alone, where no clock was told; `time` is then null. */
  day: z.optional(Day),
  /** Hash of the preview; empty where there is none. */
  thumbnail: z.union([hash, z.literal('')]),
  trashed: moment,
});
export type LibraryPost = z.infer<typeof LibraryPost>;
