import type { Rollup } from '../activity/rollup.ts';
import { channelOf } from './channels/index.ts';

/** Days that count, back from today: half a year, since habits change. */
export const SUGGEST_DAYS = 182;
/** Fewer shares (or clicks) than this say nothing. */
const ENOUGH = 5;

/** What worked from one place, and by what it was found. */
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

/** The one that leads, of a sum that is enough; null where two lead together. */
function leading(tally: Tally): { channel: string; n: number; of: number } | null {
  const [first, second] = [...tally].sort(([, a], [, b]) => b - a);
  const of = [...tally.values()].reduce((sum, n) => sum + n, 0);
  if (!first || of < ENOUGH || first[1] === second?.[1]) return null;
  return { channel: first[0], n: first[1], of };
}

/**
 * The channel that worked best for what the person shared from a place, out of their own diary: by clicks where
 * enough were counted, else by how often they opened it. Null where it is too little to say, or a tie.
 */
export function suggestChannel(days: readonly Rollup[], place: string): ChannelSuggestion | null {
  const { opened, clicked } = tallies(days, place);
  const byClicks = leading(clicked);
  if (byClicks) return { ...byClicks, basis: 'clicks', place };
  const byShares = leading(opened);
  return byShares && { ...byShares, basis: 'shares', place };
}
