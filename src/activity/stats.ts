import type { Workspace } from '../workspace/open.ts';
import type { EventType } from './event.ts';
import { EVENT_TYPES } from './event.ts';
import { type Rollup, rollups } from './rollup.ts';

export type Totals = Record<EventType, number>;
export interface Stats {
  readonly totals: Totals;
  /** Every day of the span, oldest first, empty days included. */
  readonly days: readonly { day: number; totals: Totals }[];
  readonly channels: readonly { id: string; totals: Totals }[];
  readonly places: readonly { id: string; totals: Totals }[];
}

/** No event of any type. */
export const noTotals = (): Totals => ({
  prepared: 0,
  opened: 0,
  captured: 0,
  looked: 0,
  clicked: 0,
  converted: 0,
});
const isType = (name: string | undefined): name is EventType => EVENT_TYPES.some((type) => type === name);

function group(into: Map<string, Totals>, id: string, type: EventType, n: number): void {
  const totals = into.get(id) ?? noTotals();
  totals[type] += n;
  into.set(id, totals);
}

const ranked = (groups: Map<string, Totals>) =>
  [...groups]
    .map(([id, totals]) => ({ id, totals }))
    .sort(
      (a, b) =>
        b.totals.opened - a.totals.opened ||
        b.totals.prepared - a.totals.prepared ||
        a.id.localeCompare(b.id),
    );

/** Adds days up. Pure: the order of the rollups does not matter. `from` and `to` are days, both within. */
export function fold(days: readonly Rollup[], from: number, to: number): Stats {
  const totals = noTotals();
  const channels = new Map<string, Totals>();
  const places = new Map<string, Totals>();
  const byDay = new Map<number, Totals>();
  for (const { day, counts } of days) {
    if (day < from || day > to) continue;
    const own = byDay.get(day) ?? noTotals();
    byDay.set(day, own);
    for (const [cell, n] of Object.entries(counts)) {
      const [type, channel = '', place = ''] = cell.split('|');
      if (!isType(type)) continue;
      totals[type] += n;
      own[type] += n;
      if (channel) group(channels, channel, type, n);
      if (place) group(places, place, type, n);
    }
  }
  const span = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return {
    totals,
    days: span.map((day) => ({ day, totals: byDay.get(day) ?? noTotals() })),
    channels: ranked(channels),
    places: ranked(places),
  };
}

/** The diary's days of a span, both within. */
export const readDays = (workspace: Workspace, from: number, to: number): Promise<Rollup[]> =>
  workspace.rows(rollups).where('day').between(from, to, true, true).toArray();

/** Reads and adds up what the diary has of a span of days (both within). */
export const readStats = async (workspace: Workspace, from: number, to: number): Promise<Stats> =>
  fold(await readDays(workspace, from, to), from, to);
