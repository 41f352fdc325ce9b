import type { Surroundings } from './text-fragment.ts';

/** Most text nodes examined; a page with more gets no fragment. */
const NODES = 60_000;
/** Elements whose text browsers do not search, and which separate what is around them. */
const APART =
  'script,style,noscript,template,iframe,object,video,audio,canvas,meter,progress,select,textarea,svg';
/** Elements without text that separate words. */
const PARTING = 'br,img,input,button,hr,wbr';

interface Box {
  /** The nearest block ancestor: words of two blocks do not join. */
  readonly block: Element;
  readonly seen: boolean;
  /** Line breaks in the text are rendered. */
  readonly lines: boolean;
}

const INLINE = /^(?:inline|contents|ruby|ruby-base)$/;

/** Layout of the text in an element, cached by element. */
function boxes(doc: Document): (element: Element) => Box {
  const known = new Map<Element, Box>();
  const root: Box = { block: doc.body, seen: true, lines: false };
  const boxOf = (element: Element): Box => {
    const before = known.get(element);
    if (before) return before;
    const parent = element.parentElement;
    const outer = parent && element !== doc.body ? boxOf(parent) : root;
    const style = doc.defaultView?.getComputedStyle(element);
    const box = {
      block: INLINE.test(style?.display ?? '') && element !== doc.body ? outer.block : element,
      seen:
        outer.seen && !element.matches(APART) && style?.display !== 'none' && style?.visibility === 'visible',
      lines: /^(?:pre|break)/.test(style?.whiteSpace ?? ''),
    };
    known.set(element, box);
    return box;
  };
  return boxOf;
}

/** Collects a page's text as browsers search it, with the selection's position; -1 while it is not reached. */
class SelectionCollector {
  text = '';
  start = -1;
  end = -1;
  private block: Element | null = null;

  part(): void {
    this.text = this.text.replace(/ $/, '');
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  /** Adds a text node and its selected part. */
  take({ data }: Text, [from, to]: readonly [number, number], { block, lines }: Box): void {
    if (data.trim() !== '') this.enter(block);
    this.add(data.slice(0, from), lines);
    if (to > 0 && this.start < 0) this.start = this.text.length;
    this.add(data.slice(from, to), lines);
    if (to > 0) this.end = this.text.length;
    this.add(data.slice(to), lines);
  }

  private enter(block: Element): void {
    if (this.block !== block) this.part();
    this.block = block;
  }

  private add(data: string, lines: boolean): void {
    for (const [at, line] of (lines ? data.split('\n') : [data]).entries()) {
      if (at > 0) this.part();
      const words = line.replace(/[ \t\n\r\f]+/g, ' ');
      const joined = /(?:^|[ \n])$/.test(this.text) ? words.replace(/^ /, '') : words;
      this.text += joined;
    }
  }
}

/** The selected part of a text node, in UTF-16 units; 0 to 0 for none. */
function within(range: Range, node: Text): [from: number, to: number] {
  if (!range.intersectsNode(node)) return [0, 0];
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  return from < to ? [from, to] : [0, 0];
}

/** The searchable text nodes, with null for separators. */
function* searchedNodes(doc: Document): Generator<Text | null> {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    else if (node instanceof Element && node.matches(`${PARTING},${APART}`)) yield null;
  }
}

/**
 * The page's text with the selection's position; null without a selection or for a large page. Reads styles,
 * changes nothing.
 */
export function surroundingsOf(doc: Document, range: Range): Surroundings | null {
  if (range.collapsed || !doc.body) return null;
  const boxOf = boxes(doc);
  const gathered = new SelectionCollector();
  let seen = 0;
  for (const node of searchedNodes(doc)) {
    seen += 1;
    if (seen > NODES) return null;
    const box = node?.parentElement ? boxOf(node.parentElement) : null;
    if (!node) gathered.part();
    else if (box?.seen) gathered.take(node, within(range, node), box);
  }
  const { text, start, end } = gathered;
  return start >= 0 && end > start ? { text, start, end } : null;
}
