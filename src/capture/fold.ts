import { plain } from '../i18n/plain.ts';

/** Hiragana stands this far before its katakana (ぁ U+3041, ァ U+30A1). */
const KANA = 0x60;

/** Latin letters that Unicode does not take apart, as people without them on their keyboard write them. */
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
};
const HAS_MARKS = /[\u00c0-\u024f\u1e00-\u1eff]|\p{Mn}/u;

/**
 * Latin letters without their marks: é as e. Only Latin: a mark on kana or on Cyrillic is another letter (は and ば,
 * и and й).
 */
function bare(text: string): string {
  if (!HAS_MARKS.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþ]/g, (letter) => PLAIN[letter] ?? letter);
}

/**
 * Text as captures are searched: `plain`, Latin letters bare, and katakana read as hiragana, so that かふぇ finds
 * カフェ and ｶﾌｪ, and cafe finds Café. People do not remember in which of them a customer wrote.
 */
export function fold(text: string): string {
  return bare(plain(text)).replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KANA),
  );
}
