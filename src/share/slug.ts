/** Longest utm value we write; analytics tools truncate at 100. */
export const MAX_SLUG = 64;

/** FNV-1a, 32 bits (isthe.com/chongo/tech/comp/fnv), over UTF-8, in base 36: always seven characters. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** Latin letters without diacritics; other letters stay. */
function plain(text: string): string {
  return text.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * A name as a utm value: lowercase ASCII letters, digits, `-` and `_`, at most 64 characters. Where letters
 * were lost (Japanese, Chinese, a long name) a hash of the whole name is appended, so that different names stay
 * different and none becomes empty. The empty name stays empty. Idempotent.
 */
export function slug(name: string): string {
  const source = plain(name).trim();
  // Some letters are only a standalone mark, e.g. U+FE70.
  if (source === '' && !/[\p{L}\p{N}]/u.test(name)) return '';
  const ascii = source.replace(/[^a-z0-9_]+/g, '-').replace(/^-+|(?<!-)-+$/g, '');
  const lost = ascii === '' || ascii.length > MAX_SLUG || /[^\P{L}a-z]|[^\P{N}0-9]/u.test(source);
  if (!lost) return ascii;
  const hash = shortHash(name.toWellFormed().normalize('NFKC').trim().toLowerCase());
  const head = ascii.slice(0, MAX_SLUG - hash.length - 1).replace(/(?<!-)-+$/, '');
  return head === '' ? hash : `${head}-${hash}`;
}
