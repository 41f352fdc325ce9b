/** A piece of a file of bookmarks: words, or a tag with its attributes. */
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

/** Programs that write such files escape five signs by name and the others by number. */
export function decoded(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    const known = ENTITIES.get(name.toLowerCase());
    if (known !== undefined) return known;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return name.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Where a tag that begins at `from` ends: a sign within quotation marks ends none. -1 where it never does. */
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

/** Longest tag that is read: an icon stands in one as the bytes of a picture. */
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

/** A tag between its angles; null where it is a remark, a declaration, or far too long. */
function tagIn(inside: string): Token | null {
  const [whole = '', slash = '', name = ''] = /^(\/?)([a-z][a-z0-9]{0,9})/i.exec(inside.slice(0, 12)) ?? [];
  if (!name || inside.length > LONGEST) return null;
  const attributes = slash ? new Map<string, string>() : attributesIn(inside.slice(whole.length));
  return { is: slash ? 'close' : 'open', name: name.toLowerCase(), attributes };
}

/** Where the next tag, remark or declaration begins: an angle before anything else is a sign of the text. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1))
    if (/[a-z/!]/i.test(html.charAt(at + 1))) return at;
  return html.length;
}

/**
 * The tags and words of a file of bookmarks, in order, in one way through it: neither a browser's parser nor a page is needed,
 * and nothing of it runs.
 */
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
