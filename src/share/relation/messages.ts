import * as z from 'zod/mini';
import { RawPost } from '../../post/post.ts';
import { message } from '../../workspace/declare.ts';
import { Known, Relation } from './relation.ts';

/** The answer that ends the question for good. `named`: the employer's sites and accounts, as typed. */
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

/** The person's choice for a post's author, in the sheet. */
export const relationChoose = message({
  name: 'relation.choose',
  from: 'own',
  ask: z.object({ post: RawPost, relation: Relation, at: z.number() }),
  answer: Known,
});
