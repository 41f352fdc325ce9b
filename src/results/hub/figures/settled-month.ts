import * as z from 'zod/mini';
import type { Member } from '../../../hub/people/people.ts';
import type { Tables } from '../../../hub/store/tables.ts';
import { coverOf, type Few, WIDE } from '../../../team/figures.ts';
import { monthStart } from '../../../workspace/room.ts';
import { namesAt } from '../../fold/suppression/names.ts';

/** The state of a month that was fixed at its start. */
const Settled = z.object({
  named: z.array(z.string()),
  /** Members who want to be named but wait for the next month, so that enough stay unnamed. */
  waiting: z.array(z.string()),
  /** Members who were named and are not any more: they give no cover until the month is over. */
  withdrawn: z.array(z.string()),
  /** Whether the team was founded in this month, so that new members give cover at once. */
  founding: z.boolean(),
  isWide: z.boolean(),
});
export type Settled = z.infer<typeof Settled>;

/** The row of a guarded month. */
export interface MonthState extends Settled {
  readonly month: string;
  readonly few: Few;
  readonly step: number;
  readonly cut: number;
  readonly closed: boolean;
}

/** The alias under which a former member's published drops still give cover. */
const ALIAS = '~';

/**
 * Parses a month's row. If its state is damaged, it is unknown who was named or gives cover: the month then shows what was
 * published, and is closed.
 */
export function stateIn(row: Tables['figuremonth']): MonthState & { readonly isDamaged: boolean } {
  const { month, few, step, cut, closed, settled } = row;
  const read = settledIn(settled);
  return {
    month,
    few: Number(few) === 3 ? 3 : 5,
    step: Number(step),
    cut: Number(cut),
    closed: Number(closed) === 1 || read === null,
    isDamaged: read === null,
    ...(read ?? { named: [], waiting: [], withdrawn: [], founding: false, isWide: false }),
  };
}

function settledIn(text: string): Settled | null {
  try {
    return Settled.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function rowOf(state: MonthState): Tables['figuremonth'] {
  const { month, few, step, cut, closed, named, waiting, withdrawn, founding, isWide } = state;
  const settled = JSON.stringify({ named, waiting, withdrawn, founding, isWide } satisfies Settled);
  return { month, few, step, cut, closed: closed ? 1 : 0, settled };
}

/** The state of a month at its start: who is named, and whether the team was founded in it. `step`: its first one. */
export function settle(
  month: string,
  members: readonly Member[],
  { few, step }: { readonly few: Few; readonly step: number },
): MonthState {
  const here = members.filter(({ removed, role }) => removed === null && role !== 'viewer');
  const consents = here.map(({ id, at, listed, listedat }) => ({
    id,
    at: Number(at),
    listed: listed ? Number(listedat ?? 0) : null,
  }));
  const { named, waiting } = namesAt(month, consents, coverOf(few));
  return {
    month,
    few,
    step,
    cut: 0,
    closed: false,
    named: [...named],
    waiting: [...waiting],
    withdrawn: [],
    founding: !members.some(({ at }) => Number(at) < monthStart(month)),
    isWide: here.length >= WIDE,
  };
}

/** Whether a member's drops give cover in a month; not if they are or were named in it, or are new. */
export function givesCover(
  { month, named, withdrawn, founding }: MonthState,
  id: string,
  member: Pick<Member, 'at'> | undefined,
): boolean {
  if (id.startsWith(ALIAS)) return true;
  if (!member || named.includes(id) || withdrawn.includes(id)) return false;
  return founding || Number(member.at) < monthStart(month);
}

/** The alias of a leaving member's published drops; empty if they gave no cover. */
export const aliasOf = (covered: boolean, random: string): string => (covered ? ALIAS + random : '');
