import type { ResultSums } from './results-items.ts';

/** The fewest shares on a channel for a comparison, and the fewest people if their number is shown. */
const FEWEST_SHARES = 20;
const FEWEST_PEOPLE = 3;
/** Standard errors that must lie between two channels: about one such finding in forty would be chance. */
const APART = 2;

export interface BestChannel {
  readonly channel: string;
  /** People who followed a share there, and on the other channels together, per share. */
  readonly rate: number;
  readonly others: number;
  readonly shares: number;
}

const rateOf = ({ clicked = 0, opened }: ResultSums) => clicked / opened;

/** Clicks come as Poisson events do: of n of them the deviation is their root. None is taken for one. */
const variance = ({ clicked = 0, opened }: ResultSums) => Math.max(1, clicked) / opened ** 2;

const together = (all: readonly ResultSums[]): ResultSums => ({
  prepared: 0,
  captured: 0,
  opened: all.reduce((sum, { opened }) => sum + opened, 0),
  clicked: all.reduce((sum, { clicked = 0 }) => sum + clicked, 0),
});

/** The channel on which something is followed more than on the others; null where there is too little to say so. */
export function bestChannel(channels: ReadonlyMap<string, ResultSums>): BestChannel | null {
  const enough = [...channels].filter(
    ([, { opened, people = FEWEST_PEOPLE }]) => opened >= FEWEST_SHARES && people >= FEWEST_PEOPLE,
  );
  const [best, ...rest] = enough.sort(([a, x], [b, y]) => rateOf(y) - rateOf(x) || (a < b ? -1 : 1));
  if (!best || rest.length === 0) return null;
  const [channel, sums] = best;
  const others = together(rest.map(([, one]) => one));
  const [rate, other] = [rateOf(sums), rateOf(others)];
  if (rate - other < APART * Math.sqrt(variance(sums) + variance(others))) return null;
  return { channel, rate, others: other, shares: sums.opened };
}
