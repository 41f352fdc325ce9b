import * as z from 'zod/mini';
import { RawPost } from '../post/post.ts';
import { Choice } from '../share/messages.ts';
import { message } from '../workspace/declare.ts';

/** Sets a share aside. Answered with what came of it, in the person's words. */
export const draftLater = message({
  name: 'draft.later',
  from: 'page',
  ask: z.object({
    post: RawPost,
    choice: z.nullable(Choice),
    at: z.number(),
    /** UTC ms; 0: without a reminder. */
    remind: z.number().check(z.nonnegative()),
  }),
  answer: z.object({ words: z.string().check(z.maxLength(2000)) }),
});

/** A page of ours changed drafts: alarm and badge follow. */
export const draftLook = message({
  name: 'draft.look',
  from: 'own',
  ask: z.object({}),
  answer: z.boolean(),
});
