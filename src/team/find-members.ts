import { fold } from '../i18n/fold.ts';

/** As many members are found by looking. */
export const FEW_MEMBERS = 10;

/** Those whose names have every word, in any order and in any of its spellings. */
export function findMembers<Member extends { readonly name: string }>(
  members: readonly Member[],
  typed: string,
): readonly Member[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return members.filter(({ name }) => {
    const folded = fold(name);
    return words.every((word) => folded.includes(word));
  });
}
