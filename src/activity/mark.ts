import * as z from 'zod/mini';
import { isOfSite } from '../post/of-site.ts';
import { table } from '../workspace/declare.ts';
import type { EventType } from './event.ts';

/** How often a post was shared and captured, by the post's key: what a button in a feed shows at once. */
export const Mark = z.object({
  post: z.string().check(z.maxLength(4100)),
  shared: z.int().check(z.nonnegative()),
  kept: z.int().check(z.nonnegative()),
});
export type Mark = z.infer<typeof Mark>;

/** The mark of a post that was neither shared nor captured. */
export const unmarked = (post: string): Mark => ({ post, shared: 0, kept: 0 });

export const marks = table({
  name: 'marks',
  row: Mark,
  indexes: 'post',
  title: 'tableMarks',
  purpose: 'purposeMarks',
  leaves: 'never',
  keep: 'always',
  archive: 'derived',
  withoutSite: (mark, site) => (isOfSite(mark.post, site) ? null : mark),
});

export const SHARED = 1;
export const CAPTURED = 2;

/** A mark as two bits: 1 shared, 2 captured. */
export function bitsOf(mark: Mark | undefined): number {
  return mark ? (mark.shared > 0 ? SHARED : 0) | (mark.kept > 0 ? CAPTURED : 0) : 0;
}

/** A mark after an event of this type was added (`by` 1) or taken back (-1). Null where the type leaves no mark. */
export function markAfter(before: Mark, type: EventType, by: 1 | -1): Mark | null {
  if (type === 'prepared') return { ...before, shared: Math.max(0, before.shared + by) };
  if (type === 'captured') return { ...before, kept: Math.max(0, before.kept + by) };
  return null;
}
