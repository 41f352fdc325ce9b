import { markAfter, marks, unmarked } from '../activity/mark.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './tables.ts';

/** Every key by which a kept post is known, but for the one named. */
export function keysOf({ post, also = [] }: Pick<Capture, 'post' | 'also'>, but = ''): string[] {
  return [...new Set([post, ...also])].filter((key) => key !== but);
}

/**
 * Counts keys as kept (1) or no longer (-1), so that the button under the post shows it wherever one meets it. For
 * the keys that no event counts. Inside the caller's transaction.
 */
export async function markKeys(workspace: Workspace, keys: readonly string[], by: 1 | -1): Promise<void> {
  for (const post of keys) {
    const before = (await workspace.rows(marks).get(post)) ?? unmarked(post);
    const after = markAfter(before, 'captured', by);
    if (after) await workspace.put(marks, after);
  }
}
