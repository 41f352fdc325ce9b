const HOST = '(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]*(?::\\d+)?';
/** Letters of other scripts belong to an address where a part of it begins with them, not where words go on behind it. */
const PART = "(?:[a-z0-9!*';:=+,.$/%#\\[\\]()_~@|&?{}-]|(?<=[/=_&?#-])[\\p{L}\\p{M}\\p{N}]+)";
const ADDRESS = new RegExp(`(?<![a-z0-9])https?://${HOST}(?:[/?#]${PART}*)?`, 'giu');

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** Without the punctuation that ends a sentence; a bracket stays where its partner is inside. */
function withoutTail(address: string): string {
  const end = address.at(-1) ?? '';
  const pair = PAIRS.find(([, closing]) => closing === end);
  const isTail = pair
    ? address.split(pair[1]).length > address.split(pair[0]).length
    : /[!*';:,.?$%~@|([{&=+]/.test(end) && !/[/=]$/.test(address);
  return isTail ? withoutTail(address.slice(0, -1)) : address;
}

/** The http(s) addresses of a text, each where a reader sees it end: before punctuation, and before words of CJK. */
export function addressesIn(text: string): string[] {
  return Array.from(text.matchAll(ADDRESS), ([found]) => withoutTail(found.slice(0, 4000)));
}
