import { around, type Box, blockOf, boxOf, heightOf, isSeen, styleOf, widthOf } from './seen.ts';

const TARGETS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=option], [role=slider]';
/** What WCAG 2.2 (2.5.8) asks for, px. */
export const LEAST = 24;

export interface Target {
  readonly element: Element;
  /** Where a press is taken. */
  readonly box: Box;
  readonly isOfSentence: boolean;
}

const isTick = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);

/** A press on its label is a press on the box. */
function boxWithLabel(element: Element): Box | null {
  const own = isSeen(element) ? boxOf(element.getBoundingClientRect()) : null;
  if (!(element instanceof HTMLInputElement) || !/^(checkbox|radio|file)$/.test(element.type)) return own;
  const labels = [...(element.labels ?? [])]
    .filter(isSeen)
    .map((label) => boxOf(label.getBoundingClientRect()));
  const all = own ? [own, ...labels] : labels;
  return all.length === 0 ? null : all.reduce(around);
}

/** Whether words stand around it in its line, which a larger target would push apart. */
function isOfSentence(element: Element): boolean {
  if (styleOf(element).display !== 'inline') return false;
  const block = blockOf(element);
  const range = document.createRange();
  range.selectNodeContents(block);
  let words = range.toString();
  for (const target of block.querySelectorAll(TARGETS)) words = words.replace(target.textContent ?? '', '');
  return /[\p{L}\p{N}]/u.test(words);
}

/** What can be pressed and is seen. */
export function targetOf(element: Element): Target | null {
  if (!element.matches(TARGETS)) return null;
  const box = boxWithLabel(element);
  if (!box || widthOf(box) === 0 || heightOf(box) === 0) return null;
  // Drawn away until it has the focus, as a way past the menu is.
  if (box.bottom <= -window.scrollY || box.right <= -window.scrollX) return null;
  return { element, box, isOfSentence: isOfSentence(element) };
}

export const isSmall = ({ box, isOfSentence }: Target): boolean =>
  !isOfSentence && (widthOf(box) < LEAST - 0.5 || heightOf(box) < LEAST - 0.5);

/** The box that nothing else may touch: of a field what is within its padding, where icons and hints stand; null where none is drawn. */
export function filledBy({ element, box }: Target): Box | null {
  if (isTick(element)) return isSeen(element) ? boxOf(element.getBoundingClientRect()) : null;
  if (!(element instanceof HTMLInputElement) && !(element instanceof HTMLTextAreaElement)) return box;
  const { paddingLeft, paddingRight } = styleOf(element);
  const [left, right] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)];
  return { ...box, left: box.left + left, right: box.right - right };
}

/** Whether one is inside the other: a control in a control, or a control's own text. */
export const isWithin = (target: Element, other: Element, isText: boolean): boolean =>
  target.contains(other) || (!isText && other.contains(target));
