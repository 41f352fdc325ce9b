import * as z from 'zod/mini';
import { message } from '../workspace/declare.ts';

/** Most marks that are handed to a page at once. */
export const MOST_MARKS = 5000;

/** Every mark of a site; null where there are more than a page should carry, which then asks as it goes. */
export const marksAll = message({
  name: 'marks.all',
  from: 'page',
  tells: 'privacyTellsMarks',
  ask: z.object({ site: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)) }),
  answer: z.object({ marks: z.nullable(z.record(z.string().check(z.maxLength(4100)), z.int())) }),
});

export const marksRead = message({
  name: 'marks.read',
  from: 'page',
  tells: 'privacyTellsMarks',
  ask: z.object({ posts: z.array(z.string().check(z.maxLength(4100))).check(z.maxLength(2000)) }),
  answer: z.object({ marks: z.array(z.int()) }),
});
