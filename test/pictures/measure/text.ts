import { type Box, blockOf, boxOf, common, isEmpty, parentOf, SLACK, styleOf } from './seen.ts';

/** A line of a text node, as it is seen. */
export interface Line {
  readonly element: Element;
  readonly box: Box;
}

/** What a text runs into that hides a part of it. */
export interface Cut {
  readonly element: Element;
  readonly by: Element;
}

/** A line without the air above and below that a font asks for: Chinese and Japanese ones ask for half a line. */
function withoutAir(rect: Box, size: number): Box {
  const middle = (rect.top + rect.bottom) / 2;
  const half = Math.min((rect.bottom - rect.top) / 2, size * 0.55);
  return { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
}

const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

function paddingBox(element: Element): Box {
  const { left, top } = element.getBoundingClientRect();
  const [x, y] = [left + element.clientLeft, top + element.clientTop];
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
}

/** Whether a browser draws an ellipsis where this text ends in this box: only in the box that lays the text out. */
function hasEllipsis(clip: Element, text: Element): boolean {
  const { textOverflow, display } = styleOf(clip);
  return textOverflow !== 'clip' && blockOf(text) === clip && !/flex|grid/.test(display);
}
const hasClamp = (clip: Element) => !/^(none|)$/.test(styleOf(clip).webkitLineClamp);

/** The parts around an element that clip it, the innermost first. */
function* clipsOf(element: Element): Generator<Element> {
  let position = styleOf(element).position;
  for (let at: Element | null = element; at && at !== document.body; at = parentOf(at)) {
    const style = styleOf(at);
    // What is fixed, or stands absolutely in a box further out, is not clipped by what lies between.
    const isBetween = position === 'absolute' && style.position === 'static' && at !== element;
    if (position === 'fixed' && at !== element) return;
    if (isBetween) continue;
    position = style.position;
    const clips = [style.overflowX, style.overflowY].some((one) => hides(one) || scrolls(one));
    if (clips && style.display !== 'inline') yield at;
  }
}

/** Whether a part hides some of a line without a sign that there is more. */
function isCutBy(clip: Element, box: Box, element: Element): boolean {
  const [edge, style] = [paddingBox(clip), styleOf(clip)];
  const overX = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
  const overY = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
  if (overY && hasClamp(clip)) return false;
  return (
    (overX && hides(style.overflowX) && !hasEllipsis(clip, element)) || (overY && hides(style.overflowY))
  );
}

/** What is left of a box within all that clips it, and what cuts it without a sign. */
export function clipped(element: Element, whole: Box): { box: Box; cut: Element | null } {
  let box = whole;
  for (const clip of clipsOf(element)) {
    if (isEmpty(box)) break;
    if (isCutBy(clip, box, element)) return { box, cut: clip };
    box = common(box, paddingBox(clip));
  }
  return { box, cut: null };
}

/** What is left of a control within all that scrolls or clips around it: its own border is no edge that cuts it. */
export function clippedControl(element: Element, whole: Box): Box {
  let box = whole;
  for (const clip of clipsOf(element)) {
    if (isEmpty(box)) break;
    if (clip !== element) box = common(box, paddingBox(clip));
  }
  return box;
}

/** The lines of an element's own text that are seen, and where some of it is cut without a sign. */
export function linesOf(element: Element): { lines: Line[]; cuts: Cut[] } {
  const lines: Line[] = [];
  const cuts: Cut[] = [];
  const size = Number.parseFloat(styleOf(element).fontSize);
  const range = document.createRange();
  for (const node of element.childNodes) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const { box, cut } = clipped(element, withoutAir(boxOf(rect), size));
      if (cut) cuts.push({ element, by: cut });
      else if (!isEmpty(box)) lines.push({ element, box });
    }
  }
  return { lines, cuts: cuts.slice(0, 1) };
}

let canvas: CanvasRenderingContext2D | null = null;
function widthIn(words: string, element: Element): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  const { fontStyle, fontWeight, fontSize, fontFamily } = styleOf(element);
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return canvas.measureText(words).width;
}

/** What a field shows by itself and nobody can scroll to: the choice of a list, or the words that stand for an empty field. */
function shownBy(field: Element): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.label ?? '';
  const isEmptyField = field instanceof HTMLInputElement && field.value === '';
  return isEmptyField ? field.placeholder : '';
}

/** Whether a field cuts the words that it shows, without an ellipsis. */
export function isFieldCut(field: Element): boolean {
  const words = shownBy(field);
  if (words === '' || styleOf(field).textOverflow !== 'clip') return false;
  const { paddingLeft, paddingRight } = styleOf(field);
  const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return widthIn(words, field) > room + SLACK;
}
