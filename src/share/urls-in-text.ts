/**
 * Finds addresses that a network shortens or counts as fixed, following twitter-text in outline: hosts in any
 * script; paths in ASCII, Latin or Cyrillic; trailing punctuation excluded.
 */
const HOST = '(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]*(?::\\d+)?';
const REST = "(?:[/?#][a-z0-9\\u00c0-\\u024f\\u0400-\\u04ff!*';:=+,.$/%#\\[\\]()\\u2013_~@|&?-]*)?";
const WITH_SCHEME = new RegExp(`(?<![a-z0-9@＠$#＃\\u202a-\\u202e])https?://${HOST}${REST}`, 'giu');

const ENDS_A_SENTENCE: ReadonlySet<string> = new Set("!*';:,.?$%~@|[]\u2013");

/** Trailing punctuation; a bracket stays if its partner is inside. */
function withoutTail(url: string): string {
  let unpaired = 0;
  for (const one of url) unpaired += one === ')' ? 1 : one === '(' ? -1 : 0;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && unpaired > 0) unpaired -= 1;
    else if (!ENDS_A_SENTENCE.has(last)) break;
  }
  return url.slice(0, end);
}

/** The text with every http(s) address replaced. */
export function replaceUrls(text: string, by: string): string {
  return text.replace(WITH_SCHEME, (url) => by + url.slice(withoutTail(url).length));
}
