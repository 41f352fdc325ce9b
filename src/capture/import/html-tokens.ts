/** A token of a bookmark file: text, or a tag with its attributes. */
export type Token =
  | { readonly is: 'text'; readonly text: string }
  | {
      readonly is: 'open' | 'close';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    };

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['#39', "'"],
]);

/** These files escape five characters by name and the others by number. */
export function decoded(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    const known = ENTITIES.get(name.toLowerCase());
    if (known !== undefined) return known;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** End of the tag that begins at `from`, ignoring `>` inside quotes. -1 where it never ends. */
function endOf(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}

/** Longest tag that is read: icons are embedded as data URLs. */
const LONGEST = 400_000;
const ATTRIBUTE = /([a-z][a-z0-9_-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giy;

function attributesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match) {
      const [, name = '', double, single, bare] = match;
      found.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''));
      at = ATTRIBUTE.lastIndex;
    } else at += 1;
  }
  return found;
}

/** Parses a tag; null for a comment, a declaration or an oversized tag. */
function tagIn(inside: string): Token | null {
  const [whole = '', slash = '', name = ''] = /^(\/?)([a-z][a-z0-9]{0,9})/i.exec(inside.slice(0, 12)) ?? [];
  if (!name || inside.length > LONGEST) return null;
  const attributes = slash ? new Map<string, string>() : attributesIn(inside.slice(whole.length));
  return { is: slash ? 'close' : 'open', name: name.toLowerCase(), attributes };
}

/** Position of the next tag, comment or declaration; any other `<` is text. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1))
    if (/[a-z/!]/i.test(html.charAt(at + 1))) return at;
  return html.length;
}

/** Tokens of a bookmark file in one pass, without a browser's parser or a page: nothing in the file can run. */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = nextTag(html, at);
    if (open > at) yield { is: 'text', text: decoded(html.slice(at, open)) };
    const isRemark = html.startsWith('<!--', open);
    const end = isRemark ? html.indexOf('-->', open) : endOf(html, open + 1);
    if (open === html.length || end < 0) return;
    const tag = isRemark ? null : tagIn(html.slice(open + 1, end));
    if (tag) yield tag;
    at = end + (isRemark ? 3 : 1);
  }
}
