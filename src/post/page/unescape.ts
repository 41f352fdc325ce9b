/** Elements that end a line of text. */
const LINE = /<\/?(?:p|div|li|ul|ol|tr|h[1-6]|blockquote)\b[^<>]{0,1000}>|<(?:br|hr)\b[^<>]{0,1000}>/gi;
const TAG = /<\/?[a-z][a-z0-9]*\b[^<>]{0,1000}>/gi;
/** What only markup has: an end tag, or an element that has none. A page about `<div>` names it without. */
const MARKUP = /<\/[a-z][a-z0-9]*\s*>|<(?:br|hr|img)\b[^<>]{0,1000}>/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Character references by the browser's own parser, which knows all 2,231 names. */
function decoded(text: string): string {
  if (!REFERENCE.test(text)) return text;
  const safe = text.replaceAll('<', '&lt;').replaceAll('\0', '');
  // A word before it, since a parser drops what is blank at the head of a body.
  const parsed = new DOMParser().parseFromString(`<!doctype html><body>.${safe}`, 'text/html');
  return (parsed.body.textContent ?? '').slice(1);
}

/**
 * Text of a script of data, which nobody has decoded yet, as a reader would see it: sites put escaped markup there, and
 * references within it. Not for what the document's own parser has read already: there `&lt;` is meant.
 */
export function unescaped(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const once = decoded(text);
  const bare = MARKUP.test(once) ? once.replace(LINE, '\n').replace(TAG, '') : once;
  return decoded(bare);
}
