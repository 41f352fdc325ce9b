/**
 * Where text holds addresses that a network shortens or counts as fixed. After twitter-text's rules in outline: a
 * host may be written in any script, a path is ASCII, Latin or Cyrillic, and punctuation at the end stays outside.
 */
const HOST = '(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]*(?::\\d+)?';
const REST = "(?:[/?#][a-z0-9\\u00c0-\\u024f\\u0400-\\u04ff!*';:=+,.$/%#\\[\\]()\\u2013_~@|&?-]*)?";
const WITH_SCHEME = new RegExp(`(?<![a-z0-9@＠$#＃\\u202a-\\u202e])https?://${HOST}${REST}`, 'giu');

/** Endings that X links without a scheme: the ones people type. A country's own ending needs a path to be linked. */
const COMMON = 'com|net|org|info|biz|io|co|tv|app|dev|ai|edu|gov|shop|store|online|site|tokyo';
const COUNTRY = 'jp|uk|us|cn|de|fr|eu|it|es|nl|kr|tw|hk|in|au|ca|ch|at|be|se|no|dk|fi|pl|br|ru';
const BARE = new RegExp(
  `(?<![a-z0-9@＠$#＃_./-])(?:[a-z0-9][a-z0-9_-]*\\.)+(?:(?:${COMMON})(?![a-z0-9@.-])${REST}|(?:${COUNTRY})(?=/)${REST})`,
  'giu',
);

const ENDS_A_SENTENCE: ReadonlySet<string> = new Set("!*';:,.?$%~@|[]\u2013");

/** Punctuation that ends the sentence and not the address; a bracket stays where its partner is inside. */
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

function replaced(text: string, pattern: RegExp, by: string): string {
  return text.replace(pattern, (url) => {
    const kept = withoutTail(url);
    return by + url.slice(kept.length);
  });
}

/** The text with every http(s) address replaced. */
export function replaceUrls(text: string, by: string): string {
  return replaced(text, WITH_SCHEME, by);
}

/** The text with every http(s) address and every bare domain that X links replaced. */
export function replaceLinked(text: string, by: string): string {
  return replaced(replaceUrls(text, by), BARE, by);
}
