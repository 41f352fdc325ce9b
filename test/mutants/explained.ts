import listed from './explained.json' with { type: 'json' };
import { described, lineOf, type Mutation, mutationsOf } from './mutations.ts';

/** A change that nobody can notice, with the text of its line and the reason why. */
export interface Explained {
  readonly file: string;
  readonly line: string;
  readonly mutation: string;
  readonly reason: string;
}

export const EXPLAINED: readonly Explained[] = listed;

/** The text of the line in which a mutation begins: lines move, and one text may stand in several. */
const lineText = (text: string, { start }: Mutation) =>
  (text.split('\n')[lineOf(text, start) - 1] ?? '').trim();

const isOf = (one: Explained, file: string, text: string, mutation: Mutation): boolean =>
  one.file === file && one.line === lineText(text, mutation) && one.mutation === described(text, mutation);

/** Whether a change is known to change nothing that anybody could notice. */
export const isExplained = (file: string, text: string, mutation: Mutation): boolean =>
  EXPLAINED.some((one) => isOf(one, file, text, mutation));

/** Explained changes of a file that it does not have any more. */
export function outdated(file: string, text: string): readonly Explained[] {
  const mutations = mutationsOf(file, text);
  return EXPLAINED.filter(
    (one) => one.file === file && !mutations.some((mutation) => isOf(one, file, text, mutation)),
  );
}
