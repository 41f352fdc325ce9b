import * as z from 'zod/mini';
import { FiguresChoice, type TeamFigures, USUAL_FIGURES } from '../../../team/figures.ts';
import { MONTH } from '../../../workspace/room.ts';
import { monthAfter } from '../../fold/suppression/due.ts';

/** What a team decided of its figures, and from which month on. */
const Decision = z.object({
  mode: z.enum(['earlier', 'guarded', 'open']),
  few: FiguresChoice.shape.few,
  since: z.string().check(z.regex(MONTH)),
});
export type Decision = z.infer<typeof Decision>;

const Decisions = z.array(Decision).check(z.minLength(1));

/** Reads what was decided; of a new team, or where it cannot be read, the usual. */
export function decisionsIn(row: string | undefined, month: string): readonly Decision[] {
  const usual = [{ ...USUAL_FIGURES, since: month }];
  if (row === undefined) return usual;
  try {
    return Decisions.parse(JSON.parse(row));
  } catch {
    return usual;
  }
}

/** What holds in a month. Before all that was decided the first holds: a clock that was set back opens nothing. */
export function decisionIn(decisions: readonly Decision[], month: string): Decision {
  const [first] = decisions;
  const found = decisions.findLast(({ since }) => since <= month) ?? first;
  if (!found) throw new Error('nothing was decided');
  return found;
}

/** A choice that is still to hold; null where there is none. */
export function comingAfter(decisions: readonly Decision[], month: string): TeamFigures | null {
  const last = decisions.at(-1);
  return last && last.since > month ? chosen(last) : null;
}

/** A decision as everybody is shown it; null for the earlier rule. */
export function chosen({ mode, few, since }: Decision): TeamFigures | null {
  return mode === 'earlier' ? null : { mode, few, since };
}

/**
 * Decides. At once where nobody else has joined yet, or where more people are asked for; else from the next month on, since
 * members have agreed to what holds and rows of a month go together.
 */
export function decided(
  decisions: readonly Decision[],
  choice: FiguresChoice,
  { month, isAlone }: { readonly month: string; readonly isAlone: boolean },
): readonly Decision[] {
  const now = decisionIn(decisions, month);
  const past = decisions.filter(({ since }) => since <= month);
  if (now.mode === choice.mode && now.few === choice.few) return past;
  const isStricter = now.mode === 'guarded' && choice.mode === 'guarded' && choice.few > now.few;
  if (!isStricter && !(isAlone && now.mode !== 'earlier'))
    return [...past, { ...choice, since: monthAfter(month) }];
  return [...past.filter(({ since }) => since < month), { ...choice, since: month }];
}
