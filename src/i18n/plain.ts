/**
 * Text as it is searched: width and compatibility forms made one (ＡＢＣ and ABC, ｶﾌｪ and カフェ, NFKC of Unicode
 * Annex 15), and letter case dropped. Both the text and what is looked for go through it.
 */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
