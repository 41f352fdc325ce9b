/** A rectangle of the window, CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Px that anything may be off: fonts and borders round differently. */
export const SLACK = 1;

export const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;
export const isEmpty = (box: Box): boolean => widthOf(box) <= 0 || heightOf(box) <= 0;

export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
export const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** The parent as it is drawn: out of a shadow root into its host. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Every element, those in open shadow roots too, in the order of the document. */
export function* elementsOf(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot) yield* elementsOf(element.shadowRoot);
    yield* elementsOf(element);
  }
}

const styles = new Map<Element, CSSStyleDeclaration>();
/** Its computed style, looked up once a measuring. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const known = styles.get(element);
  if (known) return known;
  const style = getComputedStyle(element);
  styles.set(element, style);
  return style;
}
const outOfSight = new Map<Element, boolean>();
const layers = new Map<Element, Element | null>();
/** Forgets what was looked up for the measuring before. */
export function afresh(): void {
  for (const known of [styles, outOfSight, layers]) known.clear();
}

/** What is found by way of the parents, looked up once a measuring for each of them. */
function onceFor<Value>(known: Map<Element, Value>, element: Element, find: () => Value): Value {
  const there = known.get(element);
  if (there !== undefined) return there;
  const found = find();
  known.set(element, found);
  return found;
}

/** In text for screen readers alone: one px, clipped away. */
const isOutOfSight = (element: Element): boolean =>
  onceFor(outOfSight, element, () => {
    const { clipPath, position } = styleOf(element);
    const parent = parentOf(element);
    return (
      (position === 'absolute' && clipPath.startsWith('inset(50%')) ||
      (parent !== null && isOutOfSight(parent))
    );
  });

/** Whether a person sees it: drawn, not transparent, and not for screen readers alone. */
export function isSeen(element: Element): boolean {
  const drawn = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  return element.checkVisibility(drawn) && !isOutOfSight(element);
}

export const isLayer = (element: Element): boolean =>
  /^(fixed|sticky)$/.test(styleOf(element).position) ||
  element instanceof HTMLDialogElement ||
  element.hasAttribute('popover') ||
  element.getAttribute('role') === 'tooltip';

/** What it moves with: the nearest part that sticks or floats over the page; null for the page itself. */
export function layerOf(element: Element): Element | null {
  return onceFor(layers, element, () => {
    const parent = parentOf(element);
    if (isLayer(element)) return element;
    return parent && layerOf(parent);
  });
}

/** The box that its text is laid out in. */
export function blockOf(element: Element): Element {
  let at = element;
  while (/^(inline|contents|ruby|ruby-text)$/.test(styleOf(at).display))
    at = parentOf(at) ?? document.documentElement;
  return at;
}

/** A few words that find it again. */
export function nameOf(element: Element): string {
  const part = (one: Element) => {
    const names = typeof one.className === 'string' ? one.className.trim().split(/\s+/).filter(Boolean) : [];
    return `${one.localName}${names.map((name) => `.${name}`).join('')}`;
  };
  const parent = parentOf(element);
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
  return `${parent ? `${part(parent)} > ` : ''}${part(element)}${words ? ` “${words.slice(0, 40)}”` : ''}`;
}
