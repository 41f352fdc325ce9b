import { NOTHING, type Site } from './forms.ts';
import { MARK } from './mount.ts';

type Roots = Pick<Site, 'roots' | 'flat' | 'nesting'>;

/** What a batch of changes on the page means for us. */
export interface Changes {
  /** Roots that are new, or in which something of interest changed. */
  readonly roots: Set<Element>;
  /** Nodes of ours that the page cloned: pairs that nobody mounted. */
  readonly strays: Element[];
}

/** What the feed knows of its own nodes. */
export interface Own {
  /** A pair that was mounted and stands in its own card. */
  isOurs(node: Element): boolean;
  /** An element in which a pair was put. */
  isRow(node: Node): boolean;
}

// `instanceof` costs three times this in a hot loop.
const isElement = (node: Node): node is Element => node.nodeType === 1;

function addedIn(node: Element, { roots, flat, nesting }: Roots, own: Own, changes: Changes): void {
  if (node.hasAttribute(MARK)) {
    if (!own.isOurs(node)) changes.strays.push(node);
    return;
  }
  // A whole new post is looked over when it is settled.
  let whole = node.matches(roots);
  if (whole) changes.roots.add(node);
  if (node.firstElementChild) {
    // Inside a post that nests in none stand only such as nest: a site has many kinds of roots, and a walk asks for each.
    const within = whole && node.matches(flat) ? nesting : roots;
    for (const root of within === NOTHING ? [] : node.querySelectorAll(within)) {
      changes.roots.add(root);
      whole = true;
    }
  }
  if (whole) return;
  // A row that was cloned stands outside of any new post.
  for (const stray of node.querySelectorAll(`[${MARK}]`)) if (!own.isOurs(stray)) changes.strays.push(stray);
  addAround(node, roots, changes);
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

/** Sorts a batch of records. Never looks at what did not change: rescanning a feed is quadratic in its length. */
export function changesOf(records: readonly MutationRecord[], site: Roots, own: Own): Changes {
  const { roots } = site;
  const changes: Changes = { roots: new Set(), strays: [] };
  for (const record of records) {
    const { target } = record;
    if (record.type === 'attributes') addChanged(record, roots, changes);
    else {
      for (const node of record.addedNodes) if (isElement(node)) addedIn(node, site, own, changes);
      // Of what goes, only our own pair thrown out of its row is of interest.
      if (own.isRow(target)) addAround(target, roots, changes);
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
