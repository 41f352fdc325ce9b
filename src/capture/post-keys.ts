import { markAfter, marks, unmarked } from '../activity/mark.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';

/** Every key of a capture except `but`. */
export function keysOf({ post, also = [] }: Pick<Capture, 'post' | 'also'>, but = ''): string[] {
  return [...new Set([post, ...also])].filter((key) => key !== but);
}

/**
 * Adds keys to the marks (1) or takes them off (-1), so that buttons show a capture under each of its
 * addresses; for keys that no event counts. Runs inside the caller's transaction.
 */
export async function markKeys(workspace: Workspace, keys: readonly string[], by: 1 | -1): Promise<void> {
  for (const post of keys) {
    const before = (await workspace.rows(marks).get(post)) ?? unmarked(post);
    const after = markAfter(before, 'captured', by);
    if (after) await workspace.put(marks, after);
  }
}
