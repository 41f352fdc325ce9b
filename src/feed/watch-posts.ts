import { NOTHING, type Site } from './match-forms.ts';
import { MARK } from './own-markers.ts';

type Roots = Pick<Site, 'roots' | 'flat' | 'nesting' | 'sign'>;

/** What a batch of changes on the page means for us. */
export interface Changes {
  /** Roots that are new, or in which something of interest changed. */
  readonly roots: Set<Element>;
  /** Nodes of ours that the page cloned: pairs that nobody mounted. */
  readonly strays: Element[];
}

/** Whether a node is a pair that was mounted and stands in its own card. */
type IsOurs = (node: Element) => boolean;

// `instanceof` costs three times this in a hot loop.
const isElement = (node: Node): node is Element => node.nodeType === 1;

/**
 * Takes a root with those that nest in it. A site has many kinds of roots and a walk asks each element for each of
 * them, but inside a post that nests in none stand only such as nest.
 */
function addRoot(root: Element, { roots, flat, nesting, sign }: Roots, into: Set<Element>): void {
  into.add(root);
  if (!root.firstElementChild) return;
  const within = root.matches(flat) ? nesting : roots;
  if (within === nesting && (sign === NOTHING || !root.querySelector(sign))) return;
  for (const inner of root.querySelectorAll(within)) into.add(inner);
}

/**
 * Takes the roots in or at an added node: from one to the next, so that the inside of a post is not walked through.
 * True if there is one.
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
  // A whole new post is looked over when it is settled.
  if (addRoots(node, site, changes.roots)) return;
  // A row that was cloned stands outside of any new post.
  for (const stray of node.querySelectorAll(`[${MARK}]`)) if (!isOurs(stray)) changes.strays.push(stray);
  addAround(node, site.roots, changes);
}

function addAround(target: Node, roots: string, changes: Changes): void {
  const around = isElement(target) ? target.closest(roots) : null;
  if (around) changes.roots.add(around);
}

/** A link stands in its card; another attribute that names the post may stand on what is around the card. */
function addChanged({ target, attributeName }: MutationRecord, roots: string, changes: Changes): void {
  addAround(target, roots, changes);
  if (attributeName === 'href' || !isElement(target)) return;
  for (const root of target.querySelectorAll(roots)) changes.roots.add(root);
}

/** Of what goes, only our own pair thrown out of its row is of interest; a row that goes with it is drawn anew. */
function addThrown({ target, removedNodes }: MutationRecord, roots: string, changes: Changes): void {
  for (let at = 0; at < removedNodes.length; at += 1) {
    const node = removedNodes[at];
    if (node && isElement(node) && node.hasAttribute(MARK)) addAround(target, roots, changes);
  }
}

/** Sorts a batch of records. Never looks at what did not change: rescanning a feed is quadratic in its length. */
export function changesOf(records: readonly MutationRecord[], site: Roots, isOurs: IsOurs): Changes {
  const { roots } = site;
  const changes: Changes = { roots: new Set(), strays: [] };
  for (const record of records) {
    if (record.type === 'attributes') addChanged(record, roots, changes);
    else {
      const { addedNodes } = record;
      // By index: the iterator of a list of nodes costs as much as what is done with each.
      for (let at = 0; at < addedNodes.length; at += 1) {
        const node = addedNodes[at];
        if (node && isElement(node)) addedIn(node, site, isOurs, changes);
      }
      addThrown(record, roots, changes);
    }
  }
  return changes;
}

/**
 * Calls back in the very task in which nodes appear, before the first layout: a button added later pays for a
 * second one. `href` is watched because a recycled card changes only its links; `more` are what else a site changes.
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
