import { dayOf } from '../activity/event.ts';
import type { Days } from '../activity/span.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { countedIn, importedIn, linkHours, type OwnClicks, readClicks } from './clicks.ts';
import { foundLink } from './find-links.ts';
import { clicksKnown } from './own-clicks.ts';
import { clickDays, shortLinks } from './tables.ts';

/** After every possible day. */
const LAST_DAY = 100_000;

async function lastWeek(workspace: Workspace, today: number) {
  const days = await workspace
    .rows(clickDays)
    .where('day')
    .between(today - 7, today + 1, true, true)
    .toArray();
  return Map.groupBy(linkHours(days), ({ link }) => link);
}

/** Links with their clicks in some days: only those with clicks, or all links if `days` is null. `now`: UTC ms. */
export async function readLinks(
  workspace: Workspace,
  days: Days | null,
  channelName: (id: string) => string,
  now: number,
) {
  const today = dayOf(now);
  const [clicks, all, recent, known] = await Promise.all([
    readClicks(workspace, days?.from ?? 0, days?.to ?? LAST_DAY),
    workspace.rows(shortLinks).toArray(),
    lastWeek(workspace, today),
    readSetting(workspace, clicksKnown),
  ]);
  const byLink = Map.groupBy(clicks.hours, ({ link }) => link);
  const links = all
    .filter(({ id }) => days === null || byLink.has(id))
    .map((link) => {
      const hours = byLink.get(link.id) ?? [];
      return foundLink(link, { hours, recent: recent.get(link.id) ?? [], today, channelName });
    });
  return { links, ...totalsOf(clicks), rules: known.rules };
}

const totalsOf = (clicks: OwnClicks) => ({ counts: countedIn(clicks), imported: importedIn(clicks) });
export type ReadLinks = Awaited<ReturnType<typeof readLinks>>;
