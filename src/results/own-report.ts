import { buckets } from '../activity/bucket.ts';
import type { Names } from '../activity/find.ts';
import type { Totals } from '../activity/stats.ts';
import { countedIn, importedIn, peopleBy, peopleIn, readClicks } from '../link/clicks.ts';
import { clicksKnown } from '../link/own-clicks.ts';
import { statsWithClicks } from '../link/stats.ts';
import { shortLinks } from '../link/tables.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import type { Report, ReportRow } from './report.ts';

/** Links that a report lists, those that were followed most. */
const MOST_LINKS = 200;

export interface ReportNames extends Names {
  readonly dayName: (day: number) => string;
  readonly materialNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** A person's own figures of some days. */
export async function ownReport(
  workspace: Workspace,
  { from, to }: { from: number; to: number },
  names: ReportNames,
  name: string,
): Promise<Report> {
  const [stats, clicks, known, counted] = await Promise.all([
    statsWithClicks(workspace, from, to),
    readClicks(workspace, from, to),
    readSetting(workspace, clicksKnown),
    workspace.rows(shortLinks).limit(1).count(),
  ]);
  const isCounted = counted > 0;
  const row = (named: string, { prepared, opened, clicked }: Totals): ReportRow => ({
    name: named,
    prepared,
    opened,
    clicked: isCounted ? clicked : null,
  });
  const people = (rows: readonly { id: string; n: number }[], nameOf: (id: string) => string): ReportRow[] =>
    rows.map(({ id, n }) => ({ name: nameOf(id), prepared: null, opened: null, clicked: n }));
  const materials = peopleBy(clicks, ({ item }) => item);
  const titles = await names.materialNames(materials.map(({ id }) => id));
  const days = stats.days.filter(({ totals }) => totals.prepared + totals.opened + totals.clicked > 0);
  return {
    from,
    to,
    of: 'me',
    name,
    total: row('', stats.totals),
    bars: buckets(stats.days),
    imported: importedIn(clicks),
    counts: countedIn(clicks),
    rules: isCounted ? known.rules : 0,
    parts: [
      { id: 'days', rows: days.map(({ day, totals }) => row(names.dayName(day), totals)) },
      { id: 'channels', rows: stats.channels.map(({ id, totals }) => row(names.channelName(id), totals)) },
      { id: 'sites', rows: stats.places.map(({ id, totals }) => row(names.siteName(id), totals)) },
      {
        id: 'campaigns',
        rows: people(
          peopleBy(clicks, ({ campaign }) => campaign),
          (id) => id,
        ),
      },
      { id: 'materials', rows: people(materials, (id) => titles.get(id) ?? id) },
      { id: 'links', rows: linkRows(clicks) },
    ],
  };
}

function linkRows({ hours, links }: Awaited<ReturnType<typeof readClicks>>): ReportRow[] {
  const sums = new Map<string, number>();
  for (const { link, counts } of hours) sums.set(link, (sums.get(link) ?? 0) + peopleIn(counts));
  return [...sums]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_LINKS)
    .map(([id, clicked]) => {
      const { title = '', address = id } = links.get(id) ?? {};
      return { name: title ? `${title} ${address}` : address, prepared: null, opened: null, clicked };
    });
}
