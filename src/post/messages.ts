import * as z from 'zod/mini';
import { message } from '../workspace/declare.ts';
import { Post } from './post.ts';

/** Reads the page in the active tab; opening the popup is the user gesture that allows it (activeTab). */
export const pageRead = message({
  name: 'page.read',
  from: 'own',
  ask: z.object({}),
  answer: z.union([
    z.object({ ok: z.literal(true), post: Post, tab: z.int() }),
    /** `restricted`: the browser allows no extension in this page. `nothing`: the page has no address to share. */
    z.object({ ok: z.literal(false), reason: z.enum(['restricted', 'nothing']) }),
  ]),
});
