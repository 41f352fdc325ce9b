import * as z from 'zod/mini';
import type { Member } from '../../../hub/people/people.ts';
import type { Tables } from '../../../hub/store/tables.ts';
import { coverOf, type Few, WIDE } from '../../../team/figures.ts';
import { monthStart } from '../../fold/suppression/due.ts';
import { namesAt } from '../../fold/suppression/names.ts';

/** What holds of a month since its start. */
const Settled = z.object({
  named: z.array(z.string()),
  /** Who chose to appear and waits for the next month, so that enough are not named. */
  waiting: z.array(z.string()),
  /** Who was named and is no more: they give no cover until the month is over. */
  withdrawn: z.array(z.string()),
  /** Whether it is the month in which the team was founded: who joins gives cover at once. */
  founding: z.boolean(),
  isWide: z.boolean(),
});
export type Settled = z.infer<typeof Settled>;

/** A guarded month as its row holds it. */
export interface MonthState extends Settled {
  readonly month: string;
  readonly few: Few;
  readonly step: number;
  readonly cut: number;
  readonly closed: boolean;
}

/** How a published drop of who left goes on: by another name, since it still gives cover. */
const ALIAS = '~';

/**
 * A month by its row. Where what holds since its start was damaged, nobody knows who was named or gives cover: it shows what
 * was published of it, and takes nothing more.
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

/** A month as it begins: who appears by name, and whether it is a founding one. `step`: the one it begins with. */
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

/** Whether a member's drops give cover in a month: not of who is or was named in it, nor of who is new. */
export function givesCover(
  { month, named, withdrawn, founding }: MonthState,
  id: string,
  member: Pick<Member, 'at'> | undefined,
): boolean {
  if (id.startsWith(ALIAS)) return true;
  if (!member || named.includes(id) || withdrawn.includes(id)) return false;
  return founding || Number(member.at) < monthStart(month);
}

/** By which name the published drops of who leaves go on; empty for who gave no cover. */
export const aliasOf = (covered: boolean, random: string): string => (covered ? ALIAS + random : '');
