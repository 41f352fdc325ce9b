import { fold } from './fold.ts';

/** Where a word has to stand. `any`: anywhere in what is searched. */
export type Place = 'any' | 'tag' | 'site' | 'from' | 'note';
export interface Term {
  readonly place: Place;
  /** Folded. */
  readonly text: string;
}

/** What may stand before the colon, folded, in each of our languages. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  (
    [
      ['tag', ['tag', 'タグ', '标签']],
      ['site', ['site', 'サイト', '网站']],
      ['from', ['from', '作者', '投稿者']],
      ['note', ['note', 'メモ', '备注']],
    ] as const
  ).flatMap(([place, words]) => words.map((word): [string, Place] => [fold(word), place])),
);

/** A piece of a query: words within quotation marks of any kind hang together, also behind `tag:`. */
const PIECE = /(?:([^\s:"]+):)?"([^"]*)"|(?<!\S)'(?=[^'\s]*\s)([^']*)'(?!\S)|(\S+)/gu;

function termOf(name: string | undefined, text: string): Term[] {
  const place = PLACES.get(name ?? '');
  if (place) return text ? [{ place, text }] : [];
  const whole = name === undefined ? text : `${name}:${text}`;
  return whole ? [{ place: 'any', text: whole }] : [];
}

/**
 * What is typed, as words that all have to stand somewhere: parted by spaces of any width, `"…"` for words that hang
 * together, `tag:` `site:` `from:` `note:` for one place. A place without a word yet asks for nothing, so that
 * nothing vanishes while one types it.
 */
export function termsOf(typed: string): Term[] {
  return [...fold(typed).matchAll(PIECE)].flatMap(([, quotedName, quoted, single, word]) => {
    if (quoted !== undefined) return termOf(quotedName, quoted);
    if (single !== undefined) return termOf(undefined, single);
    const [, name, rest] = /^([^:]+):(.*)$/su.exec(word ?? '') ?? [];
    return termOf(name, rest ?? word ?? '');
  });
}
