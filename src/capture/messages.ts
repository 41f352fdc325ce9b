import * as z from 'zod/mini';
import { Field, RawPost } from '../post/post.ts';
import { message } from '../workspace/declare.ts';

const id = z.string().check(z.minLength(8), z.maxLength(60));

export const KeepResult = z.object({
  id,
  /** The post was captured before, so this added a look. */
  before: z.boolean(),
  status: z.enum(['full', 'partial']),
  missing: z.array(Field),
  pictures: z.int(),
});
export type KeepResult = z.infer<typeof KeepResult>;

export const captureKeep = message({
  name: 'capture.keep',
  from: 'page',
  tells: 'privacyTellsKept',
  ask: z.object({ id, at: z.number(), post: RawPost }),
  answer: KeepResult,
});
export const captureUndo = message({
  name: 'capture.undo',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ id, at: z.number() }),
  answer: z.boolean(),
});
