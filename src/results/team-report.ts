import { buckets } from '../activity/bucket.ts';
import type { Names } from '../activity/find.ts';
import type { Days } from '../activity/span.ts';
import { fold, noTotals, type Stats, type Totals } from '../activity/stats.ts';
import { CLASS_OF_TYPE } from '../link/click-types.ts';
import type { ClassCounts } from '../link/hub-api.ts';
import { addedUp } from '../workspace/named.ts';
import { namedSums, rankByClicks } from './rank-by-clicks.ts';
import type { Results } from './read.ts';
import type { Report, ReportRow } from './report.ts';
import type { ResultSums } from './results-items.ts';

/** Every click of a team by what it counts as. */
export function teamCounts(results: Results, from: number, to: number): ClassCounts {
  return results.whole ? wholeCounts(results.whole.counts) : dayCounts(results, from, to);
}

/** People by links and codes together, if scans are not shown apart; else 0. */
export function teamFollowed({ whole }: Results): number {
  return whole && whole.counts.scanned === undefined ? (whole.counts.clicked ?? 0) : 0;
}

function wholeCounts({ clicked = 0, scanned, ...rest }: Readonly<Record<string, number>>): ClassCounts {
  const counts = addedUp(
    Object.entries(rest).flatMap(([type, n]) => {
      const is = CLASS_OF_TYPE.get(type);
      return is ? [[is, n] as const] : [];
    }),
  );
  return scanned === undefined ? counts : { ...counts, human: clicked - scanned, qr: scanned };
}

function dayCounts(results: Results, from: number, to: number): ClassCounts {
  const days = results.days.filter(({ day }) => day >= from && day <= to);
  const cells = days.flatMap(({ counts }) => Object.entries(counts));
  return addedUp(
    cells.flatMap(([cell, n]) => {
      const is = CLASS_OF_TYPE.get(cell.split('|')[0] ?? '');
      return is ? [[is, n] as const] : [];
    }),
  );
}

/** The days of results as a diary's days, with scans added to clicks. */
export function teamDays(results: Results) {
  return results.days.map(({ day, counts }) => {
    const cells = Object.entries(counts);
    return { day, counts: addedUp(cells.map(([cell, n]) => [cell.replace(/^scanned\|/, 'clicked|'), n])) };
  });
}

/** The statistics of a team's month. In a guarded month the totals are separate, and days and channels are only parts. */
export function teamStats(results: Results, from: number, to: number): Stats {
  const stats = fold(teamDays(results), from, to);
  if (!results.whole) return stats;
  const sums = (one: ResultSums): Totals => ({ ...noTotals(), ...one, clicked: one.clicked ?? 0 });
  const channels = [...results.totals]
    .filter(([key]) => key.startsWith('w.'))
    .map(([key, one]) => ({ id: key.slice(2), totals: sums(one) }));
  return {
    ...stats,
    totals: sums(results.whole.sums),
    channels: channels.length > 0 ? channels : stats.channels,
  };
}

export interface TeamNames extends Names {
  readonly dayName: (day: number) => string;
  /** The name of a group, region or member; null for keys that are not shown here. */
  readonly partName: (key: string) => string | null;
  readonly memberName: (id: string) => string | null;
  readonly materialName: (id: string) => string;
}

/**
 * A team's figures of a month, as every member sees them. The days are all of that month's (`daysIn`), so that every part is
 * of the same.
 */
export function teamReport(
  results: Results,
  { from, to }: Days,
  names: TeamNames,
  { name, rules }: Pick<Report, 'name' | 'rules'>,
): Report {
  const stats = teamStats(results, from, to);
  const people = teamFollowed(results);
  // Nothing and hidden look alike.
  const figure = (n: number) => (n === 0 && results.rule?.mode === 'guarded' ? null : n);
  const row = (named: string, { prepared, opened, clicked = 0 }: ResultSums): ReportRow => ({
    name: named,
    prepared: figure(prepared),
    opened: figure(opened),
    clicked: figure(clicked),
  });
  const sorted = (
    all: Iterable<readonly [string, ResultSums]>,
    nameOf: (id: string) => string | null,
  ): ReportRow[] => rankByClicks(namedSums(all, nameOf)).map((one) => row(one.name, one.sums));
  const totals = (sign: string) =>
    sorted(
      [...results.totals].filter(([key]) => key.startsWith(`${sign}.`)),
      names.partName,
    );
  const days = stats.days.filter(({ totals: sums }) => sums.prepared + sums.opened + sums.clicked > 0);
  return {
    from,
    to,
    of: 'team',
    name,
    total: row('', stats.totals),
    bars: buckets(stats.days),
    imported: 0,
    counts: teamCounts(results, from, to),
    ...(people > 0 && { people }),
    rules,
    ...(results.rule && { figures: results.rule }),
    parts: [
      { id: 'days', rows: days.map(({ day, totals: sums }) => row(names.dayName(day), sums)) },
      {
        id: 'channels',
        rows: stats.channels.map(({ id, totals: sums }) => row(names.channelName(id), sums)),
      },
      { id: 'sites', rows: stats.places.map(({ id, totals: sums }) => row(names.siteName(id), sums)) },
      { id: 'campaigns', rows: totals('c') },
      { id: 'materials', rows: sorted(results.materials, names.materialName) },
      { id: 'groups', rows: totals('g') },
      { id: 'regions', rows: totals('r') },
      { id: 'people', rows: sorted(results.people, names.memberName) },
    ],
  };
}
