import * as z from 'zod/mini';
import { message } from '../workspace/declare.ts';

/** What was done with these posts: two bits a key, in the order asked. */
export const marksRead = message({
  name: 'marks.read',
  from: 'page',
  ask: z.object({ posts: z.array(z.string().check(z.maxLength(4100))).check(z.maxLength(2000)) }),
  answer: z.object({ marks: z.array(z.int()) }),
});
