import type { Surroundings } from './fragment.ts';

/** Text nodes looked at; a page with more gets no fragment. */
const NODES = 60_000;
/** Elements whose text a browser does not search, and that part what stands around them. */
const APART =
  'script,style,noscript,template,iframe,object,video,audio,canvas,meter,progress,select,textarea,svg';
/** What parts the words before and after it without text of its own. */
const PARTING = 'br,img,input,button,hr,wbr';

interface Box {
  /** The nearest element around that is laid out as a block: words of two do not run together. */
  readonly block: Element;
  readonly seen: boolean;
  /** Line breaks in the text are drawn as such. */
  readonly lines: boolean;
}

const INLINE = /^(?:inline|contents|ruby|ruby-base)$/;

/** How the text in an element is laid out, asked once an element. */
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

/** Gathers a page's text as a browser searches it. */
class Gathered {
  text = '';
  private block: Element | null = null;

  /** The next text stands in this block. */
  enter(block: Element): void {
    if (this.block !== block) this.part();
    this.block = block;
  }

  part(): void {
    this.text = this.text.replace(/ $/, '');
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  add(data: string, lines: boolean): void {
    for (const [at, line] of (lines ? data.split('\n') : [data]).entries()) {
      if (at > 0) this.part();
      const words = line.replace(/[ \t\n\r\f]+/g, ' ');
      const joined = /(?:^|[ \n])$/.test(this.text) ? words.replace(/^ /, '') : words;
      this.text += joined;
    }
  }
}

/** Which part of a text node is selected: from, to, in UTF-16 units of its data. */
function within(range: Range, node: Text): [from: number, to: number] | null {
  if (!range.intersectsNode(node)) return null;
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  return from < to ? [from, to] : null;
}

/**
 * The page's text with the place of a selection in it, or null where nothing is selected or the page is too large.
 * Reads style, changes nothing.
 */
export function surroundingsOf(doc: Document, range: Range): Surroundings | null {
  if (range.collapsed || !doc.body) return null;
  const boxOf = boxes(doc);
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const gathered = new Gathered();
  let [start, end, seen] = [-1, -1, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(PARTING) || node.matches(APART)) gathered.part();
      continue;
    }
    if (!(node instanceof Text) || !node.parentElement) continue;
    seen += 1;
    if (seen > NODES) return null;
    const box = boxOf(node.parentElement);
    if (!box.seen) continue;
    if (node.data.trim() !== '') gathered.enter(box.block);
    const chosen = within(range, node);
    const [from, to] = chosen ?? [0, 0];
    gathered.add(node.data.slice(0, from), box.lines);
    if (chosen && start < 0) start = gathered.text.length;
    gathered.add(node.data.slice(from, to), box.lines);
    if (chosen) end = gathered.text.length;
    gathered.add(node.data.slice(to), box.lines);
  }
  return start >= 0 && end > start ? { text: gathered.text, start, end } : null;
}
