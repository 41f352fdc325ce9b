import { plain } from '../i18n/plain.ts';

/** Hiragana stands this far before its katakana (ぁ U+3041, ァ U+30A1). */
const KANA = 0x60;

/**
 * Text as captures are searched: `plain`, and katakana read as hiragana, so that かふぇ finds カフェ and ｶﾌｪ.
 * People do not remember in which of the two a customer wrote.
 */
export function fold(text: string): string {
  return plain(text).replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KANA),
  );
}

/** What is looked for. Empty and false: no matter. */
export interface CaptureFilter {
  readonly words: string;
  readonly site: string;
  readonly tag: string;
  /** Only what was not read whole. */
  readonly partial: boolean;
}
export const EVERYTHING: CaptureFilter = { words: '', site: '', tag: '', partial: false };

/** What a search looks at. */
export interface Searched {
  /** Folded. */
  readonly hay: string;
  readonly site: string;
  readonly tags: readonly string[];
  readonly partial: boolean;
}

/** Whether a filter leaves everything. Spaces alone are no words. */
export function isEverything(filter: CaptureFilter): boolean {
  return filter.words.trim() === '' && filter.site === '' && filter.tag === '' && !filter.partial;
}

/** A filter as a test. Every word (parted by spaces) has to stand somewhere, also inside a longer word. */
export function matching(filter: CaptureFilter): (searched: Searched) => boolean {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const tag = fold(filter.tag);
  return ({ hay, site, tags, partial }) =>
    (filter.site === '' || site === filter.site) &&
    (tag === '' || tags.some((own) => fold(own) === tag)) &&
    (!filter.partial || partial) &&
    words.every((word) => hay.includes(word));
}

/** Values with how often they stand, most often first, then by name. */
export function counted(values: Iterable<string>): { value: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
