import * as z from 'zod/mini';
import { RawPost } from '../post/post.ts';
import { ShareChoice } from '../share/messages.ts';
import { message } from '../workspace/declare.ts';

/** Sets a share aside. Answers with the words for the strip. */
export const draftLater = message({
  name: 'draft.later',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({
    post: RawPost,
    choice: z.nullable(ShareChoice),
    at: z.number(),
    /** UTC ms; 0: without a reminder. */
    remind: z.number().check(z.nonnegative()),
  }),
  answer: z.object({ words: z.string().check(z.maxLength(2000)) }),
});
