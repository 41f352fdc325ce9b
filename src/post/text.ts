import { isFormulaCopy, isFormulaText } from './formula.ts';
import { Collector } from './text-collector.ts';

/** Most nodes examined in a subtree; the rest is cut. */
const NODES = 50_000;

const BLOCK =
  /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tr|ul)$/;
const UNSEEN = /^(?:script|style|template|noscript|svg|head|iframe|object|video|audio|canvas|rt|rp|rtc)$/;
const BLANK = /^[ \t\n\r\f]*$/;
/** An emoji, `:a_name:`, `[a name]`; not a picture's description. */
const EMOJI = /^(?::[\w@.+~-]+:|\[[^\s\]]{1,12}\]|\u2139\ufe0f?|(?=.*\P{ASCII})[^\p{L}\s]{1,40})$/u;

export interface TextOptions {
  /**
   * Line breaks in text nodes: preserved, collapsed as in HTML, or, when absent, by the page's style. Style is
   * read only for text nodes with a break, layout never.
   */
  readonly lines?: 'keep' | 'collapse';
  /** Most UTF-16 units to return; MAX_TEXT when absent. */
  readonly max?: number;
  /** Selector of excluded parts: a site's own button within a text. */
  readonly without?: string;
  /** Only the rendered text in this range: a selection. */
  readonly range?: Range;
}

const isElement = (node: Node | null): node is Element => node?.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

function keepsLines(text: Text, { lines }: TextOptions): boolean {
  if (lines || !text.data.includes('\n')) return lines === 'keep';
  // Indentation between elements of a saved page is not text.
  if (BLANK.test(text.data) && /\n[ \t]{2}/.test(text.data)) return false;
  const parent = text.parentElement;
  return parent !== null && /^(?:pre|break)/.test(styleOf(parent)?.whiteSpace ?? '');
}

function isInline(node: Node | null): boolean {
  if (isElement(node)) return !BLOCK.test(node.localName);
  return node !== null && isText(node) && !BLANK.test(node.data);
}

/**
 * Whether an element breaks the line. X puts names inside running text into inline-styled `div`s; where the
 * breaks are the author's own, no `div` beside words adds another, also in a saved page without its style.
 */
function isBlock(element: Element, { lines }: TextOptions): boolean {
  const { localName, previousSibling, nextSibling, previousElementSibling, nextElementSibling } = element;
  if (localName !== 'div') return BLOCK.test(localName);
  const beside = [previousSibling, nextSibling, previousElementSibling, nextElementSibling].some(isInline);
  return !beside || (lines !== 'keep' && !/^inline/.test(styleOf(element)?.display ?? ''));
}

/** Whether an element is hidden by its own attributes, or, within a selection, by the page's style. */
function isHidden(element: Element, { range }: TextOptions): boolean {
  if (element.hasAttribute('hidden')) return true;
  if (range) return styleOf(element)?.display === 'none';
  return /display:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** Content that readers do not see or see twice. Ruby (`rt`) would join its words. */
function isUnseen(element: Element, options: TextOptions): boolean {
  return (
    UNSEEN.test(element.localName) ||
    (isHidden(element, options) && !isFormulaText(element)) ||
    isFormulaCopy(element) ||
    // The ellipsis of a shortened link: the full link precedes it, partly invisible.
    (element.getAttribute('aria-hidden') === 'true' &&
      element.childElementCount === 0 &&
      element.textContent === '…')
  );
}

function emojiOf(image: Element): string {
  const alt = image.getAttribute('alt')?.trim() ?? '';
  const hints = `${image.getAttribute('class')} ${image.getAttribute('src')}`;
  return EMOJI.test(alt) || (alt.length <= 40 && /emo(?:ji|te|ticon)/i.test(hints)) ? alt : '';
}

/** The break around an element: a paragraph is separated by an empty line. */
function edge(out: Collector, element: Element, options: TextOptions): void {
  if (/^t[dh]$/.test(element.localName)) out.space = true;
  else if (isBlock(element, options)) out.break(element.localName === 'p' ? 2 : 1);
}

function enter(out: Collector, element: Element, options: TextOptions): void {
  edge(out, element, options);
  if (element.localName === 'br') out.breaks += 1;
  if (element.localName === 'img') out.run(emojiOf(element), false);
  if (element.localName === 'pre') out.code += 1;
}

function leave(out: Collector, element: Element, options: TextOptions): void {
  edge(out, element, options);
  if (element.localName === 'pre') out.code -= 1;
}

const isWithout = (element: Element, { without }: TextOptions) =>
  without !== undefined && element.matches(without);

/** The requested part of a text node. */
function within(node: Text, { range }: TextOptions): string {
  const from = node === range?.startContainer ? range.startOffset : 0;
  const to = node === range?.endContainer ? range.endOffset : node.length;
  return node.data.slice(from, to);
}

/** Handles a node itself. Returns whether its children are to be visited. */
function take(out: Collector, node: Node, root: Node, options: TextOptions): boolean {
  if (options.range && !options.range.intersectsNode(node)) return false;
  if (isText(node)) out.run(within(node, options), keepsLines(node, options));
  if (!isElement(node) || (node !== root && (isUnseen(node, options) || isWithout(node, options))))
    return false;
  enter(out, node, options);
  return true;
}

/** The next node in document order, leaving elements that end; null at the root's end. */
function following(out: Collector, from: Node, root: Node, options: TextOptions): Node | null {
  for (let node = from; node !== root; ) {
    if (node.nextSibling) return node.nextSibling;
    if (!node.parentNode) return null;
    node = node.parentNode;
    if (isElement(node)) leave(out, node, options);
  }
  return null;
}

/**
 * The text of a subtree as its author sees it: emoji from alternative texts, line breaks from `br`, blocks and
 * preserved breaks, white space collapsed as in HTML, without directional controls. Text hidden only visually
 * (the ends of long links) is included; `hidden` elements are not, except the root itself. `cut`: there was
 * more than `max`.
 */
export function textOf(root: Element, options: TextOptions = {}): { text: string; cut: boolean } {
  const out = new Collector(options.max);
  let node: Node | null = root;
  for (let left = NODES; node && left > 0 && !out.full; left -= 1) {
    const inside: boolean = take(out, node, root, options);
    if (inside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (inside && isElement(node)) leave(out, node, options);
    node = following(out, node, root, options);
  }
  return out.end(node !== null);
}
