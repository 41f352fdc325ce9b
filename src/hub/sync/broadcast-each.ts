import type { ItemChange } from '../admission/admit.ts';

/** A document that sends in one message all updates since it was flushed last. */
export interface Flushable {
  flush(): unknown;
}

/** Keys whose updates are applied and not sent yet. */
const unsent = new WeakMap<Flushable, Set<string>>();

/**
 * Sends every value of a key in a message of its own; call it before an update is applied. Rows of one commit are applied in
 * one turn, and Hocuspocus merges what a turn brings: of two edits of a key, colleagues would see the last alone, while the
 * history has both.
 */
export function flushSameKeys(document: Flushable, changes: readonly ItemChange[]): void {
  const keys = unsent.get(document) ?? follow(document);
  const added = changes.map(({ root, key }) => `${root}/${key}`);
  if (added.some((key) => keys.has(key))) document.flush();
  for (const key of added) keys.add(key);
}

/** The document flushes by itself too, at the end of a turn: by its own method, which is the one place to learn of it. */
function follow(document: Flushable): Set<string> {
  const keys = new Set<string>();
  const flush = document.flush.bind(document);
  document.flush = () => {
    keys.clear();
    return flush();
  };
  unsent.set(document, keys);
  return keys;
}
