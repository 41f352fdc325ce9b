import type { Change } from '../admission/admit.ts';

/** A document whose updates of one turn go out as one message, unless they are flushed before. */
export interface Flushable {
  readonly flush: () => unknown;
}

/** Keys whose updates were applied in this turn and are not sent yet. */
const unsent = new WeakMap<Flushable, Set<string>>();

/**
 * Sends every value of a key in a message of its own; call it before an update is applied. Rows of one commit are applied in
 * one turn, and Hocuspocus merges what a turn brings: of two edits of a key, colleagues would see the last alone, while the
 * history has both.
 */
export function flushSameKeys(document: Flushable, changes: readonly Change[]): void {
  const keys = unsent.get(document) ?? begin(document);
  const added = changes.map(({ root, key }) => `${root}/${key}`);
  if (added.some((key) => keys.has(key))) {
    document.flush();
    keys.clear();
  }
  for (const key of added) keys.add(key);
}

/** What is applied in this turn goes out at its end. */
function begin(document: Flushable): Set<string> {
  const keys = new Set<string>();
  unsent.set(document, keys);
  setImmediate(() => unsent.delete(document));
  return keys;
}
