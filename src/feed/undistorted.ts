/** How see-through something may be in all before it counts as unseen. */
const SOLID = 0.95;

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Whether a transform moves only: it neither shrinks, turns nor folds. */
function onlyMoves(transform: string): boolean {
  if (transform === 'none') return true;
  const { a, b, c, d, is2D } = new DOMMatrix(transform);
  return is2D && a === 1 && b === 0 && c === 0 && d === 1;
}

/** Whether an element lets what is in it be seen as it is; opacity apart. */
function showsAll(style: CSSStyleDeclaration): boolean {
  return (
    (style.filter || 'none') === 'none' &&
    style.mixBlendMode === 'normal' &&
    (style.maskImage || 'none') === 'none' &&
    onlyMoves(style.transform) &&
    (style.scale || 'none') === 'none' &&
    (style.rotate || 'none') === 'none'
  );
}

/** Whether a node and all around it are drawn as they are: by no style faded, filtered, blended or bent. */
export function isBare(node: Element): boolean {
  if (getComputedStyle(node).visibility !== 'visible') return false;
  let solid = 1;
  for (let at: Element | null = node; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    solid *= Number(style.opacity);
    if (solid < SOLID || !showsAll(style)) return false;
    // What the browser itself lifted out of the page is drawn without what is around it.
    if (at.matches(':popover-open,dialog:modal')) return true;
  }
  return true;
}
