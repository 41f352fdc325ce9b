/**
 * Normalises text for searching: NFKC (ＡＢＣ and ABC, ｶﾌｪ and カフェ; Unicode Annex 15) and lowercase. Applied to
 * the text and the query.
 */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
