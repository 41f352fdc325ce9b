import { MARK } from './mount.ts';

/** What a batch of changes on the page means for us. */
export interface Changes {
  /** Roots that are new, or in which something of interest changed. */
  readonly roots: Set<Element>;
  /** Nodes of ours that the page cloned: pairs that nobody mounted. */
  readonly strays: Element[];
}

function addedIn(node: Element, roots: string, isOurs: (node: Element) => boolean, changes: Changes): void {
  if (node.hasAttribute(MARK)) {
    if (!isOurs(node)) changes.strays.push(node);
    return;
  }
  if (node.matches(roots)) changes.roots.add(node);
  let inside = false;
  if (node.firstElementChild) {
    for (const root of node.querySelectorAll(roots)) {
      changes.roots.add(root);
      inside = true;
    }
  }
  // A whole new post is looked over when it is settled; a row that was cloned stands outside of any new post.
  if (inside) return;
  for (const stray of node.querySelectorAll(`[${MARK}]`)) if (!isOurs(stray)) changes.strays.push(stray);
  const around = node.closest(roots);
  if (around) changes.roots.add(around);
}

function addAround(target: Node, roots: string, changes: Changes): void {
  const around = target instanceof Element ? target.closest(roots) : null;
  if (around) changes.roots.add(around);
}

/** Sorts a batch of records. Never looks at what did not change: rescanning a feed is quadratic in its length. */
export function changesOf(
  records: readonly MutationRecord[],
  roots: string,
  isOurs: (node: Element) => boolean,
): Changes {
  const changes: Changes = { roots: new Set(), strays: [] };
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'attributes') addAround(target, roots, changes);
    for (const node of addedNodes) if (node instanceof Element) addedIn(node, roots, isOurs, changes);
    for (const node of removedNodes) {
      // Only our own pair thrown out of its card is of interest; all else that goes, goes.
      if (node instanceof Element && node.hasAttribute(MARK)) addAround(target, roots, changes);
    }
  }
  return changes;
}

/**
 * Calls back in the very task in which nodes appear, before the first layout: a button added later pays for a
 * second one. `href` is watched because a recycled card changes only its links.
 */
export function watch(onChange: (records: MutationRecord[]) => void, signal: AbortSignal): MutationObserver {
  const observer = new MutationObserver(onChange);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return observer;
}
