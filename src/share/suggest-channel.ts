import type { Rollup } from '../activity/rollup.ts';
import { channelOf } from './channels/index.ts';

/** Days that count, back from today: half a year, since habits change. */
export const SUGGEST_DAYS = 182;
/** Fewer shares (or clicks) are not significant. */
const ENOUGH = 5;

/** The best channel from one place, and what it is based on. */
export interface ChannelSuggestion {
  readonly channel: string;
  readonly basis: 'shares' | 'clicks';
  /** How many of `of` went there. */
  readonly n: number;
  readonly of: number;
  /** Recipe id of the site, or the page's host. */
  readonly place: string;
}

type Tally = Map<string, number>;

function tallies(days: readonly Rollup[], place: string): Record<'opened' | 'clicked', Tally> {
  const all = { opened: new Map<string, number>(), clicked: new Map<string, number>() };
  for (const { counts } of days)
    for (const [cell, n] of Object.entries(counts)) {
      const [type, channel = '', at] = cell.split('|');
      if (at !== place || (type !== 'opened' && type !== 'clicked') || !channelOf(channel)) continue;
      all[type].set(channel, (all[type].get(channel) ?? 0) + n);
    }
  return all;
}

/** The leader of a large enough sum; null for a tie. */
function leading(tally: Tally): { channel: string; n: number; of: number } | null {
  const [first, second] = [...tally].sort(([, a], [, b]) => b - a);
  const of = [...tally.values()].reduce((sum, n) => sum + n, 0);
  if (!first || of < ENOUGH || first[1] === second?.[1]) return null;
  return { channel: first[0], n: first[1], of };
}

/**
 * The channel that worked best for shares from a place, from the person's own diary: by clicks where enough
 * were counted, else by opened shares. Null where there is too little data, or a tie.
 */
export function suggestChannel(days: readonly Rollup[], place: string): ChannelSuggestion | null {
  const { opened, clicked } = tallies(days, place);
  const byClicks = leading(clicked);
  if (byClicks) return { ...byClicks, basis: 'clicks', place };
  const byShares = leading(opened);
  return byShares && { ...byShares, basis: 'shares', place };
}
