import * as z from 'zod/mini';
import { RawPost } from '../../post/post.ts';
import { message } from '../../workspace/declare.ts';

/** Names one opening of the sheet: 128 bits, made by whoever opens it, and good for once. */
const token = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** What is asked on a surface of our own, and why there: the press was not seen, or the page holds no frame of ours. */
export const WindowRequest = z.object({
  wish: z.enum(['share', 'keep', 'sheet']),
  why: z.enum(['unseen', 'unframed']),
  post: RawPost,
});
export type WindowRequest = z.infer<typeof WindowRequest>;

/** A script of ours in a page is about to put our frame there. */
export const sheetOpening = message({
  name: 'sheet.opening',
  from: 'page',
  ask: z.object({ token }),
  answer: z.boolean(),
});

/** Our frame asks whether that was so: a page knows its address at best, and gets nothing by it. */
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
  ask: WindowRequest,
  answer: z.boolean(),
});

/** That window asks what it was opened for, and in which language it speaks; null where that is known no more. */
export const sheetTaken = message({
  name: 'sheet.taken',
  from: 'own',
  ask: z.object({ token }),
  answer: z.nullable(z.object({ asked: WindowRequest, language: z.string().check(z.maxLength(35)) })),
});
