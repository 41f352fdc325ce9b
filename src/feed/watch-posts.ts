import { NOTHING, type Site } from './match-forms.ts';
import { MARK } from './own-markers.ts';

type Roots = Pick<Site, 'roots' | 'flat' | 'nesting' | 'sign'>;

/** What a batch of page changes means for us. */
export interface Changes {
  /** New roots, and those in which something relevant changed. */
  readonly roots: Set<Element>;
  /** Clones of our pairs that the page made. */
  readonly strays: Element[];
}

/** Whether a node is a mounted pair in its own card. */
type IsOurs = (node: Element) => boolean;

// `instanceof` costs three times as much in a hot loop.
const isElement = (node: Node): node is Element => node.nodeType === 1;

/**
 * Adds a root with its nested ones. A walk tests each element against all of a site's roots, but inside a post
 * without the sign only flat roots can occur.
 */
function addRoot(root: Element, { roots, flat, nesting, sign }: Roots, into: Set<Element>): void {
  into.add(root);
  if (!root.firstElementChild) return;
  const within = root.matches(flat) ? nesting : roots;
  if (within === nesting && (sign === NOTHING || !root.querySelector(sign))) return;
  for (const inner of root.querySelectorAll(within)) into.add(inner);
}

/**
 * Adds the roots in or at an added node, skipping from one to the next without walking through posts. True if
 * there is any.
 */
function addRoots(node: Element, site: Roots, into: Set<Element>): boolean {
  const first = node.matches(site.roots) ? node : node.firstElementChild && node.querySelector(site.roots);
  if (!first) return false;
  addRoot(first, site, into);
  for (let at: Element | null = first; at && at !== node; at = at.parentElement)
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) addRoots(next, site, into);
  return true;
}

function addedIn(node: Element, site: Roots, isOurs: IsOurs, changes: Changes): void {
  if (node.hasAttribute(MARK)) {
    if (!isOurs(node)) changes.strays.push(node);
    return;
  }
  // A new post is examined as a whole when it is settled.
  if (addRoots(node, site, changes.roots)) return;
  // A cloned row outside any new post.
  for (const stray of node.querySelectorAll(`[${MARK}]`)) if (!isOurs(stray)) changes.strays.push(stray);
  addAround(node, site.roots, changes);
}

const rootAround = (node: Node, roots: string) => (isElement(node) ? node.closest(roots) : null);

function addAround(target: Node, roots: string, changes: Changes): void {
  const around = rootAround(target, roots);
  if (around) changes.roots.add(around);
}

/** A link is inside its card; another attribute that names the post may be on an ancestor. */
function addChanged({ target, attributeName }: MutationRecord, roots: string, changes: Changes): void {
  addAround(target, roots, changes);
  if (attributeName === 'href' || !isElement(target)) return;
  for (const root of target.querySelectorAll(roots)) changes.roots.add(root);
}

/** Of the nodes removed inside a post only our own pair matters; a removed row will be drawn again. */
function addThrown(removed: NodeList, root: Element, { roots }: Changes): void {
  for (let at = 0; at < removed.length; at += 1) {
    const node = removed[at];
    if (node && isElement(node) && node.hasAttribute(MARK)) roots.add(root);
  }
}

/** Sorts a batch of records. Never rescans what did not change, which would be quadratic in the feed's length. */
export function changesOf(records: readonly MutationRecord[], site: Roots, isOurs: IsOurs): Changes {
  const { roots } = site;
  const changes: Changes = { roots: new Set(), strays: [] };
  let last: Node | null = null;
  let around: Element | null = null;
  for (const record of records) {
    // Cheaper than `type`, a string from outside the engine.
    if (record.attributeName !== null) addChanged(record, roots, changes);
    else {
      const { addedNodes, target } = record;
      // By index: a NodeList's iterator costs as much as the work itself.
      for (let at = 0; at < addedNodes.length; at += 1) {
        const node = addedNodes[at];
        if (node && isElement(node)) addedIn(node, site, isOurs, changes);
      }
      // A feed removes its oldest cards from one element, which is no part of a post.
      if (target !== last) around = rootAround(target, roots);
      last = target;
      if (around) addThrown(record.removedNodes, around, changes);
    }
  }
  return changes;
}

/**
 * Calls back in the task in which nodes appear, before the first layout: a button added later causes a second
 * one. Watches `href`, because a recycled card may change only its links; `more`: further attributes of a site.
 */
export function watch(
  onChange: (records: MutationRecord[]) => void,
  signal: AbortSignal,
  more: readonly string[] = [],
): MutationObserver {
  const observer = new MutationObserver(onChange);
  const attributeFilter = ['href', ...more];
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return observer;
}
