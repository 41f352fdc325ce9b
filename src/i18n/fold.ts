import { oneHan } from './han-variants.ts';
import { plain } from './plain.ts';

/** Offset from hiragana to katakana (ぁ U+3041, ァ U+30A1). */
const KANA = 0x60;

/** Latin letters that Unicode does not decompose, as people without them type them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const HAS_MARKS = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]|\p{Mn}/u;

/**
 * Removes marks of Latin and Greek letters: é to e, ώ to ω. Only these: a mark on kana or Cyrillic makes
 * another letter (は and ば, и and й).
 */
function bare(text: string): string {
  if (!HAS_MARKS.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþς]/g, (letter) =>
      Object.hasOwn(PLAIN, letter) ? (PLAIN[letter] ?? letter) : letter,
    );
}

/** Invisible characters: soft hyphens, joiners, directional marks, variation selectors. */
const UNSEEN = /\p{Variation_Selector}|\p{Cf}|\u034f/gu;
const HAS_SIGNS =
  /[\u00a0-\u00bf\u02b0-\u02ff\u2000-\u206f\u2212\u223c\u3000-\u3029\u3030-\u303f\u30a0\ufe50-\ufe6f`]|\p{Variation_Selector}|\p{Cf}/u;

/** Replaces lookalike punctuation by the keyboard's, since phones and editors write other signs than people type. */
function typedSigns(text: string): string {
  if (!HAS_SIGNS.test(text)) return text;
  return text
    .replace(UNSEEN, '')
    .replace(/[\u2018-\u201b\u2032\u2035\u02b9\u02bb-\u02bd\u02bc\u02c8\u00b4`]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u2039\u203a\u300c-\u300f\u301d-\u301f]/g, '"')
    .replace(/[\u2010-\u2015\u2212\u30a0\ufe58\ufe63]/g, '-')
    .replace(/[\u301c\u3030\u223c\u02dc\u2053]/g, '~');
}

/**
 * Folds text for searching: `plain`, keyboard punctuation, unmarked Latin, one Han character for its variants,
 * katakana as hiragana, so that かふぇ finds カフェ and ｶﾌｪ, cafe finds Café, and 高橋 finds 髙橋. People do not remember
 * which of them a customer wrote.
 */
export function fold(text: string): string {
  const typed = typedSigns(plain(typedSigns(text)));
  const kana = bare(typed).replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (one) =>
    String.fromCharCode(one.charCodeAt(0) - KANA),
  );
  // 市ヶ谷 and 市ケ谷, 一ヵ月 and 一カ月.
  return oneHan(kana.replaceAll('\u3096', '\u3051').replaceAll('\u3095', '\u304b'));
}
