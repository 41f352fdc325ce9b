import { textOf } from './text.ts';

/**
 * The selected text as its author sees it: the browser's own text joins ruby to words and repeats formulas. A
 * selection in a field or a shadow tree uses the browser's text.
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
