import {
  afresh,
  type Box,
  boxOf,
  common,
  elementsOf,
  heightOf,
  isEmpty,
  isLayer,
  isSeen,
  layerOf,
  nameOf,
  parentOf,
  SLACK,
  styleOf,
  widthOf,
} from './seen.ts';
import { filledBy, isSmall, isWithin, type Target, targetOf } from './targets.ts';
import { clippedControl, isFieldCut, type Line, linesOf } from './text.ts';

/** What is wrong with how a page is laid out; a line for each. */
export interface Faults {
  readonly overflow: string[];
  readonly overlap: string[];
  readonly cut: string[];
  readonly small: string[];
}

interface Part {
  readonly element: Element;
  readonly box: Box;
  readonly layer: Element | null;
  readonly target: boolean;
}

const isClear = (colour: string) => colour === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(colour);

/** Whether a box is drawn that text should stay within: with a ground or a border, or an entry of a list or a table. */
function isTile(element: Element): boolean {
  const style = styleOf(element);
  if (/^(inline|contents)$/.test(style.display) || element === document.body) return false;
  if (/^(li|td|th|figure)$/.test(element.localName)) return true;
  const sides = [
    style.borderTopWidth,
    style.borderRightWidth,
    style.borderBottomWidth,
    style.borderLeftWidth,
  ];
  return !isClear(style.backgroundColor) || sides.every((width) => width !== '0px');
}

function tileOf(element: Element, layer: Element | null): Element | null {
  for (let at: Element | null = element; at && at !== document.documentElement; at = parentOf(at)) {
    if (isTile(at)) return at;
    if (at === layer || styleOf(at).position === 'absolute') return null;
  }
  return null;
}

const isOver = (inner: Box, outer: Box) =>
  inner.left < outer.left - SLACK ||
  inner.right > outer.right + SLACK ||
  inner.top < outer.top - SLACK ||
  inner.bottom > outer.bottom + SLACK;

/** Whether some part around it can be scrolled sideways to all of it. */
function isScrolled(element: Element): boolean {
  for (let at = parentOf(element); at && at !== document.body; at = parentOf(at)) {
    // A dialog is a window of its own: it is not to be scrolled sideways either.
    if (isLayer(at)) return false;
    if (/auto|scroll|hidden|clip/.test(styleOf(at).overflowX)) return true;
  }
  return false;
}

/** What stands over an edge of the page. Only the innermost is named. */
function beyondPage(seen: readonly Element[]): string[] {
  const width = document.documentElement.clientWidth;
  const at = window.scrollX;
  const isBeyond = (element: Element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 0 && (right + at > width + SLACK || left + at < -SLACK) && !isScrolled(element);
  };
  const beyond = seen.filter(isBeyond);
  const innermost = beyond.filter((one) => !beyond.some((other) => other !== one && one.contains(other)));
  const found = innermost.map((element) => {
    const { left, right } = element.getBoundingClientRect();
    const over = Math.max(right + at - width, -(left + at));
    return `${nameOf(element)} is ${Math.round(over)} px over the page's edge`;
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  if (found.length === 0 && scrollWidth > clientWidth + SLACK)
    found.push(`the page is ${scrollWidth - clientWidth} px wider than its window`);
  return found;
}

function beyondTile(line: Line): string[] {
  const tile = tileOf(line.element, layerOf(line.element));
  if (!tile || !isOver(line.box, boxOf(tile.getBoundingClientRect()))) return [];
  return [`${nameOf(line.element)} leaves ${nameOf(tile)}`];
}

/** A control over an edge of the box that it stands in. */
function controlBeyondTile({ element, box }: Part): string[] {
  const parent = parentOf(element);
  const tile = parent && styleOf(element).position !== 'absolute' ? tileOf(parent, layerOf(element)) : null;
  if (!tile || !isOver(box, boxOf(tile.getBoundingClientRect()))) return [];
  return [`${nameOf(element)} leaves ${nameOf(tile)}`];
}

function touches(a: Part, b: Part): boolean {
  const both = common(a.box, b.box);
  return widthOf(both) > SLACK && heightOf(both) > SLACK;
}

/** Pairs of one layer that lie on one another, found from the top down. */
function overlapping(parts: readonly Part[]): string[] {
  const found = new Set<string>();
  const sorted = [...parts].sort((a, b) => a.box.top - b.box.top);
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || b.box.top > a.box.bottom - SLACK) break;
      if (a.layer !== b.layer || a.element === b.element || !touches(a, b)) continue;
      const isOne =
        (a.target && isWithin(a.element, b.element, !b.target)) ||
        (b.target && isWithin(b.element, a.element, !a.target));
      if (!isOne) found.add(`${nameOf(a.element)} lies on ${nameOf(b.element)}`);
    }
  });
  return [...found];
}

/** A target that is a line of text has no box but its text's. */
const isBoxed = ({ element }: Target) => styleOf(element).display !== 'inline';

/** All that is wrong with the page as it is drawn now. With `within`, only of what stands in elements of that selector. */
export function faultsOf(within = ''): Faults {
  afresh();
  const roots = within ? [...document.querySelectorAll(within)] : [document.body];
  const all = roots.flatMap((root) => [
    root,
    ...(root.shadowRoot ? elementsOf(root.shadowRoot) : []),
    ...elementsOf(root),
  ]);
  const seen = all.filter(isSeen);
  const texts = seen
    .filter(
      (element) => !/^(script|style|noscript|option|optgroup|textarea|select|title)$/.test(element.localName),
    )
    .map(linesOf);
  const lines = texts.flatMap((text) => text.lines);
  const targets = all.flatMap((element) => targetOf(element) ?? []);
  const parts: Part[] = [
    ...lines.map(({ element, box }) => ({ element, box, layer: layerOf(element), target: false })),
    ...targets.filter(isBoxed).flatMap((target) => {
      const [{ element }, filled] = [target, filledBy(target)];
      return filled
        ? [{ element, box: clippedControl(element, filled), layer: layerOf(element), target: true }]
        : [];
    }),
  ].filter(({ box }) => !isEmpty(box));
  return {
    overflow: [
      ...beyondPage(seen),
      ...new Set(lines.flatMap(beyondTile)),
      ...parts.filter(({ target }) => target).flatMap(controlBeyondTile),
    ],
    overlap: overlapping(parts),
    cut: [
      ...texts.flatMap(({ cuts }) =>
        cuts.map(({ element, by }) => `${nameOf(element)} is cut by ${nameOf(by)}`),
      ),
      ...seen.filter(isFieldCut).map((field) => `${nameOf(field)} cuts what it shows`),
    ],
    small: targets.filter(isSmall).map(({ element, box }) => {
      return `${nameOf(element)} is ${Math.round(widthOf(box))} by ${Math.round(heightOf(box))} px`;
    }),
  };
}
