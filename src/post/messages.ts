import * as z from 'zod/mini';
import { message } from '../workspace/declare.ts';
import { Post } from './post.ts';

/** Reads the page in the active tab; the popup asks, and its opening is the press that allows it (activeTab). */
export const pageRead = message({
  name: 'page.read',
  from: 'own',
  ask: z.object({}),
  answer: z.union([
    z.object({ ok: z.literal(true), post: Post, tab: z.int() }),
    /** `restricted`: the browser lets no extension into this page. `nothing`: the page has no address to share. */
    z.object({ ok: z.literal(false), reason: z.enum(['restricted', 'nothing']) }),
  ]),
});
