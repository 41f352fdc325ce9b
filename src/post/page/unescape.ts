/** Elements that end a line. */
const LINE = /<\/?(?:p|div|li|ul|ol|tr|h[1-6]|blockquote)\b[^<>]{0,1000}>|<(?:br|hr)\b[^<>]{0,1000}>/gi;
const TAG = /<\/?[a-z][a-z0-9]*\b[^<>]{0,1000}>/gi;
/** Only found in markup: an end tag or a void element. A text about `<div>` has neither. */
const MARKUP = /<\/[a-z][a-z0-9]*\s*>|<(?:br|hr|img)\b[^<>]{0,1000}>/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Decodes character references by the browser's parser, which knows all 2,231 names. */
function decoded(text: string): string {
  if (!REFERENCE.test(text)) return text;
  const safe = text.replaceAll('<', '&lt;').replaceAll('\0', '');
  // Prefixed by a character, since parsers drop leading white space in a body.
  const parsed = new DOMParser().parseFromString(`<!doctype html><body>.${safe}`, 'text/html');
  return (parsed.body.textContent ?? '').slice(1);
}

/**
 * Text of a data script as a reader would see it: sites put escaped markup and references there. Not for text
 * from the document's parser, where `&lt;` is literal.
 */
export function unescaped(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const once = decoded(text);
  const bare = MARKUP.test(once) ? once.replace(LINE, '\n').replace(TAG, '') : once;
  return decoded(bare);
}
