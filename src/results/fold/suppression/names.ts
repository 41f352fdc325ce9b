import { monthStart } from '../../../workspace/room.ts';

export interface Consent {
  readonly id: string;
  /** When they joined, UTC ms. */
  readonly at: number;
  /** When they chose to appear by name, UTC ms; null where they did not. */
  readonly listed: number | null;
}

/** Who appears by name in a month, and who has to wait for the next so that enough do not. */
export interface Names {
  readonly named: readonly string[];
  readonly waiting: readonly string[];
}

/**
 * Fixed at a month's start, among its members: a name listed later counts from the next month. Names cost cover, so
 * the latest wait where too few would be left without; where the team is too small for any sum, all are named.
 */
export function namesAt(month: string, people: readonly Consent[], cover: number): Names {
  const start = monthStart(month);
  const there = people.filter(({ at }) => at < start);
  const agreed = there
    .flatMap(({ id, listed }) => (listed !== null && listed < start ? [{ id, listed }] : []))
    .sort((a, b) => a.listed - b.listed || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const most = there.length < cover ? agreed.length : there.length - cover;
  return { named: agreed.slice(0, most), waiting: agreed.slice(most) };
}
