import { textOf } from './text.ts';

/**
 * What the person has selected, as its writer sees it: the browser's own text of a selection glues readings to their
 * words and reads formulas twice. Where the selection lies in a field or a shadow tree, the browser's own text.
 */
export function selectedText(doc: Document): string {
  const selection = doc.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  const parts = ranges.map((range) => {
    const { commonAncestorContainer: around } = range;
    const root = around instanceof Element ? around : around.parentElement;
    return root ? textOf(root, { range }).text : '';
  });
  const text = parts.filter(Boolean).join('\n');
  return text || String(selection);
}
