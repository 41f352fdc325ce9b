import { fold } from './fold.ts';

/** Field in which a word must occur. `any`: anywhere. */
export type Field = 'any' | 'tag' | 'site' | 'from' | 'note';
export interface Term {
  readonly field: Field;
  /** Folded. */
  readonly text: string;
}

/** Prefixes before the colon, folded, in each of our languages. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['tag', ['tag', 'タグ', '标签']],
      ['site', ['site', 'サイト', '网站']],
      ['from', ['from', '作者', '投稿者']],
      ['note', ['note', 'メモ', '备注']],
    ] as const
  ).flatMap(([field, words]) => words.map((word): [string, Field] => [fold(word), field])),
);

/** A part of a query: quoted words of any kind belong together, also after `tag:`. */
const PIECE = /(?:([^\s:"]+):)?"([^"]*)"|(?<!\S)'(?=[^'\s]*\s)([^']*)'(?!\S)|(\S+)/gu;

function termOf(name: string | undefined, text: string): Term[] {
  const field = FIELDS.get(name ?? '');
  if (field) return text ? [{ field, text }] : [];
  const whole = name === undefined ? text : `${name}:${text}`;
  return whole ? [{ field: 'any', text: whole }] : [];
}

/**
 * Parses a query into terms that must all occur: separated by spaces of any width, `"…"` for phrases, `tag:`
 * `site:` `from:` `note:` for one field. A prefix without a word matches everything, so that nothing disappears
 * while typing.
 */
export function termsOf(typed: string): Term[] {
  return [...fold(typed).matchAll(PIECE)].flatMap(([, quotedName, quoted, single, word]) => {
    if (quoted !== undefined) return termOf(quotedName, quoted);
    if (single !== undefined) return termOf(undefined, single);
    const [, name, rest] = /^([^:]+):(.*)$/su.exec(word ?? '') ?? [];
    return termOf(name, rest ?? word ?? '');
  });
}
