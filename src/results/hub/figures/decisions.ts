import * as z from 'zod/mini';
import { FiguresChoice, type TeamFigures, USUAL_FIGURES } from '../../../team/figures.ts';
import { MONTH, monthAfter } from '../../../workspace/room.ts';

/** A team's decision about its figures, and from which month on. */
const Decision = z.object({
  mode: z.enum(['earlier', 'guarded', 'open']),
  few: FiguresChoice.shape.few,
  since: z.string().check(z.regex(MONTH)),
});
export type Decision = z.infer<typeof Decision>;

const Decisions = z.array(Decision).check(z.minLength(1));

/** Parses the decisions; the default for a new team, or if they cannot be read. */
export function decisionsIn(row: string | undefined, month: string): readonly Decision[] {
  const usual = [{ ...USUAL_FIGURES, since: month }];
  if (row === undefined) return usual;
  try {
    return Decisions.parse(JSON.parse(row));
  } catch {
    return usual;
  }
}

/**
 * The decision for a month. Before the first decision the first one counts, so that a clock that was set back opens nothing.
 */
export function decisionIn(decisions: readonly Decision[], month: string): Decision {
  const [first] = decisions;
  const found = decisions.findLast(({ since }) => since <= month) ?? first;
  if (!found) throw new Error('nothing was decided');
  return found;
}

/** A decision that takes effect later; null if there is none. */
export function comingAfter(decisions: readonly Decision[], month: string): TeamFigures | null {
  const last = decisions.at(-1);
  return last && last.since > month ? chosen(last) : null;
}

/** A decision as everybody sees it; null for the earlier rule. */
export function chosen({ mode, few, since }: Decision): TeamFigures | null {
  return mode === 'earlier' ? null : { mode, few, since };
}

/**
 * Adds a decision. It takes effect at once if nobody else has joined yet or if it is stricter; otherwise from the next month
 * on, since members have agreed to the current rule and a month's rows depend on each other.
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
