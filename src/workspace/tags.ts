import { fold } from '../i18n/fold.ts';

/** Longest tag, in UTF-16 units. */
export const MAX_TAG = 60;
/** Most tags of one capture. */
export const MAX_TAGS = 50;

/** Invisible signs, but for the joiners that emoji and some scripts are written with. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;

/** A tag as it is stored: one line, trimmed, without a leading # and invisible characters. Empty if nothing is left. */
export function tagOf(typed: string): string {
  const tag = typed
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/^[\s#]+/, '')
    .slice(0, MAX_TAG)
    .toWellFormed()
    .trim();
  return /[^\s\p{Cf}]/u.test(tag) ? tag : '';
}

const same = (a: string, b: string) => fold(a) === fold(b);

/**
 * The tags with one more. A tag that is there already, in whatever letters, is not added again; one that is used
 * elsewhere (`known`) takes the spelling it has there, so that one thing has one tag.
 */
export function withTag(tags: readonly string[], typed: string, known: readonly string[] = []): string[] {
  const tag = tagOf(typed);
  if (tag === '' || tags.length >= MAX_TAGS || tags.some((own) => same(own, tag))) return [...tags];
  return [...tags, known.find((other) => same(other, tag)) ?? tag];
}

/** The tags without this one. */
export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((own) => !same(own, tag));
}

/**
 * Tags to offer while one is typed: known ones (most used first) that are not on the capture yet, those that
 * begin with what is typed before those that hold it.
 */
export function suggestTags(
  known: readonly string[],
  own: readonly string[],
  typed: string,
  most = 6,
): string[] {
  const needle = fold(tagOf(typed));
  const left = known.filter((tag) => !own.some((other) => same(other, tag)) && fold(tag).includes(needle));
  const begins = left.filter((tag) => fold(tag).startsWith(needle));
  return [...begins, ...left.filter((tag) => !begins.includes(tag))].slice(0, most);
}
