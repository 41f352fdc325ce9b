import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import { wholeDays } from '../workspace/moment.ts';
import type { Event } from './event.ts';

/** One day, added up: how many of each `type|channel|place`. A year is a read of at most 366 rows. */
export const Rollup = z.object({
  day: wholeDays,
  counts: z.record(z.string().check(z.maxLength(400)), z.int().check(z.nonnegative())),
});
export type Rollup = z.infer<typeof Rollup>;

function withoutCells(rollup: Rollup, site: string): Rollup | null {
  const cells = Object.entries(rollup.counts);
  const left = cells.filter(([cell]) => cell.split('|')[2] !== site);
  if (left.length === cells.length) return rollup;
  return left.length === 0 ? null : { day: rollup.day, counts: Object.fromEntries(left) };
}

export const rollups = table({
  name: 'rollups',
  row: Rollup,
  indexes: 'day',
  title: 'tableRollups',
  purpose: 'purposeRollups',
  leaves: 'never',
  keep: 'always',
  archive: 'derived',
  withoutSite: withoutCells,
});

/** The cell of a day's rollup that an event counts in. Sites by recipe id, other pages by their host. */
export function rollupCell(event: Pick<Event, 'type' | 'channel' | 'site' | 'place'>): string {
  return `${event.type}|${event.channel}|${event.site === 'page' ? event.place : event.site}`;
}

/** A day's counts with one cell changed by `by`. A cell at zero is left out, so that doing and undoing give the same row. */
export function bump(rollup: Rollup, cell: string, by: 1 | -1): Rollup {
  const { [cell]: before = 0, ...others } = rollup.counts;
  const after = Math.max(0, before + by);
  return { day: rollup.day, counts: after === 0 ? others : { ...others, [cell]: after } };
}
