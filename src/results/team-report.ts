import type { Names } from '../activity/find.ts';
import type { Days } from '../activity/span.ts';
import { fold } from '../activity/stats.ts';
import type { CountsSaid } from '../click/hub-api.ts';
import { addedUp, own } from '../workspace/named.ts';
import { byFollowed, namedSums } from './followed.ts';
import type { Results } from './read.ts';
import type { Report, ReportRow } from './report.ts';
import type { ResultSums } from './results-items.ts';

/** As what a class of clicks stands in the team's days. */
const CLASS_OF: Readonly<Record<string, keyof CountsSaid>> = {
  clicked: 'human',
  scanned: 'qr',
  own: 'own',
  duplicate: 'duplicate',
  capped: 'capped',
  bot: 'bot',
  preview: 'preview',
  prefetch: 'prefetch',
};

/** Every click of a team by what it counts as. */
export function teamCounts(results: Results, from: number, to: number): CountsSaid {
  const days = results.days.filter(({ day }) => day >= from && day <= to);
  const cells = days.flatMap(({ counts }) => Object.entries(counts));
  return addedUp(
    cells.flatMap(([cell, n]) => {
      const is = own(CLASS_OF, cell.split('|')[0] ?? '');
      return is ? [[is, n] as const] : [];
    }),
  );
}

/** The days of results as a diary's days: a scan is a click of a person too. */
export function teamDays(results: Results) {
  return results.days.map(({ day, counts }) => {
    const cells = Object.entries(counts);
    return { day, counts: addedUp(cells.map(([cell, n]) => [cell.replace(/^scanned\|/, 'clicked|'), n])) };
  });
}

export interface TeamNames extends Names {
  readonly dayName: (day: number) => string;
  /** A group, a region or a member by name; null for what is not told here. */
  readonly partName: (key: string) => string | null;
  readonly memberName: (id: string) => string | null;
  readonly materialName: (id: string) => string;
}

/** A team's figures of a month, as every member sees them. The days are all of that month's (`daysIn`), so that every part is of the same. */
export function teamReport(
  results: Results,
  { from, to }: Days,
  names: TeamNames,
  { name, rules }: Pick<Report, 'name' | 'rules'>,
): Report {
  const stats = fold(teamDays(results), from, to);
  const row = (named: string, { prepared, opened, clicked = 0 }: ResultSums): ReportRow => ({
    name: named,
    prepared,
    opened,
    clicked,
  });
  const sorted = (
    all: Iterable<readonly [string, ResultSums]>,
    nameOf: (id: string) => string | null,
  ): ReportRow[] => byFollowed(namedSums(all, nameOf)).map((one) => row(one.name, one.sums));
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
    imported: 0,
    counts: teamCounts(results, from, to),
    rules,
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
