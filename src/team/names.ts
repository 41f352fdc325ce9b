import * as z from 'zod/mini';

/** Stands where a name is empty, or its person was erased. */
export const NAMELESS = '—';
const MOST = 80;
/** Names are cut to this length before they are read; cleaning may leave a tenth of it. */
const MOST_GIVEN = 1000;
const MOST_MARKS = 4;

/**
 * Invisible characters and those that change the direction of nearby text: controls, formats, blanks that are letters
 * (U+3164, U+13441) or symbols (U+2800, U+FFFC, U+1D159), variation selectors, private and unassigned code points.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/gu;
/** Long stacks of combining marks, more than any script needs, which run over the lines above and below. */
const HEAPED = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
/** The number sign marks people of the same name (`Ann #7`), so nobody may have it in their own. */
const NUMBER_SIGNS = /[#＃﹟♯⌗⋕ⵌ⧣⩨⩩№\u{1d130}-\u{1d132}]/gu;

/** A name that is safe to show: one line, one direction, no invisible characters. */
export function cleanName(name: string): string {
  return name
    .slice(0, MOST_GIVEN)
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/^[\p{M}\s]+/u, '')
    .replace(HEAPED, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A member's name without the number sign that distinguishes members of the same name. */
export const cleanMemberName = (name: string): string => cleanName(name.replace(NUMBER_SIGNS, ' '));

/** A name needs something visible: a letter, a number or an emoji. */
const SEEN = /[\p{L}\p{N}\p{S}]/u;

/** The schema of a name, which cleans it. */
export const Name = z.string().check(z.overwrite(cleanName), z.regex(SEEN), z.maxLength(MOST));

/** The name that a member gives themself. */
export const MemberName = z.string().check(z.overwrite(cleanMemberName), z.regex(SEEN), z.maxLength(MOST));

/** Whether a name is valid. */
export const isName = (name: string): boolean => MemberName.safeParse(name).success;

/** A name as it is shown, also one from before names were cleaned. */
export const ShownName = z.string().check(z.overwrite((name) => cleanName(name) || NAMELESS));
