const HOST = '(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]*(?::\\d+)?';
/** Non-Latin letters belong to an address only at the start of a part, not where running text follows. */
const PART = "(?:[a-z0-9!*';:=+,.$/%#\\[\\]()_~@|&?{}-]|(?<=[/=_&?#-])[\\p{L}\\p{M}\\p{N}]+)";
const ADDRESS = new RegExp(`(?<![a-z0-9])https?://${HOST}(?:[/?#]${PART}*)?`, 'giu');

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** Without trailing punctuation; a bracket stays if its partner is inside. */
function withoutTail(address: string): string {
  const end = address.at(-1) ?? '';
  const pair = PAIRS.find(([, closing]) => closing === end);
  const isTail = pair
    ? address.split(pair[1]).length > address.split(pair[0]).length
    : /[!*';:,.?$%~@|([{&=+]/.test(end) && !/[/=]$/.test(address);
  return isTail ? withoutTail(address.slice(0, -1)) : address;
}

/** The http(s) addresses of a text, ending where a reader sees the end: before punctuation and before CJK text. */
export function addressesIn(text: string): string[] {
  return Array.from(text.matchAll(ADDRESS), ([found]) => withoutTail(found.slice(0, 4000)));
}
