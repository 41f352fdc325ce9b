import * as z from 'zod/mini';
import { RawPost } from '../../post/post.ts';
import { message } from '../../workspace/declare.ts';

/** Identifies one opening of the sheet: 128 random bits, used once. */
const token = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** What a window of ours is opened for, and why: the press was not visible, or the page cannot hold our frame. */
export const WindowRequest = z.object({
  wish: z.enum(['share', 'keep', 'sheet']),
  why: z.enum(['unseen', 'unframed']),
  post: RawPost,
});
export type WindowRequest = z.infer<typeof WindowRequest>;

/** A script of ours announces that it opens our frame in its page. */
export const sheetOpening = message({
  name: 'sheet.opening',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ token }),
  answer: z.boolean(),
});

/** Our frame asks whether it was announced. A page knows at most its address, and gets nothing by that. */
export const sheetEnter = message({
  name: 'sheet.enter',
  from: 'own',
  ask: z.object({ token }),
  answer: z.boolean(),
});

/** Opens a window of our own for a post. */
export const sheetApart = message({
  name: 'sheet.apart',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: WindowRequest,
  answer: z.boolean(),
});

/** That window asks what it was opened for and in which language; null where it is not known any more. */
export const sheetTaken = message({
  name: 'sheet.taken',
  from: 'own',
  ask: z.object({ token }),
  answer: z.nullable(z.object({ asked: WindowRequest, language: z.string().check(z.maxLength(35)) })),
});
