import * as z from 'zod/mini';
import { RawPost } from '../../post/post.ts';
import { message } from '../../workspace/declare.ts';
import { Known, Relation } from './relation.ts';

/** The one answer after which nobody is asked again. `named`: the employer's sites and accounts, as they were typed. */
export const relationAnswer = message({
  name: 'relation.answer',
  from: 'own',
  ask: z.object({
    post: RawPost,
    isEmployers: z.boolean(),
    named: z.string().check(z.maxLength(10_000)),
    at: z.number(),
  }),
  answer: Known,
});

/** What the person chooses for the author of a post, in the sheet. */
export const relationChoose = message({
  name: 'relation.choose',
  from: 'own',
  ask: z.object({ post: RawPost, relation: Relation, at: z.number() }),
  answer: Known,
});
