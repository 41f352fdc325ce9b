import type { Workspace } from '../workspace/open.ts';
import { EVENT_TYPES, type EventType } from './event.ts';
import { type Rollup, rollups } from './rollup.ts';

/** The choices that a filter offers: all types, channels and sites in the diary. */
export interface FilterOptions {
  readonly types: readonly EventType[];
  readonly channels: readonly string[];
  readonly sites: readonly string[];
}
export const NO_OPTIONS: FilterOptions = { types: [], channels: [], sites: [] };

/** The names in the cells of these days, most counted first. */
export function optionsIn(days: readonly Rollup[]): FilterOptions {
  const found = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { counts } of days) {
    for (const [cell, n] of Object.entries(counts)) {
      cell.split('|').forEach((id, part) => {
        if (id) found[part]?.set(id, (found[part]?.get(id) ?? 0) + n);
      });
    }
  }
  const [types = [], channels = [], sites = []] = found.map((counts) =>
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
  );
  return { types: EVENT_TYPES.filter((type) => types.includes(type)), channels, sites };
}

/** Reads the options from the rollups: one row a day, however many events. */
export async function readFilterOptions(workspace: Workspace): Promise<FilterOptions> {
  return optionsIn(await workspace.rows(rollups).toArray());
}
