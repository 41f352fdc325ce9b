/** Lowest combined opacity that counts as visible. */
const SOLID = 0.95;

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Whether a transform only moves: no scaling, rotation or skew. */
function onlyMoves(transform: string): boolean {
  if (transform === 'none') return true;
  const { a, b, c, d, is2D } = new DOMMatrix(transform);
  return is2D && a === 1 && b === 0 && c === 0 && d === 1;
}

/** Whether an element leaves its content undistorted; opacity is checked apart. */
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

/** Whether a node and its ancestors are drawn unchanged: not faded, filtered, blended or transformed. */
export function isUndistorted(node: Element): boolean {
  if (getComputedStyle(node).visibility !== 'visible') return false;
  let solid = 1;
  for (let at: Element | null = node; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    solid *= Number(style.opacity);
    if (solid < SOLID || !showsAll(style)) return false;
    // Content of the top layer is drawn without its ancestors.
    if (at.matches(':popover-open,dialog:modal')) return true;
  }
  return true;
}
