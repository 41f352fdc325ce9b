import { sql } from 'kysely';
import type { HubContext } from '../../hub/context.ts';
import { onDisk } from '../../hub/store/disk.ts';
import { addedUp } from '../../workspace/named.ts';
import { monthOf } from '../../workspace/room.ts';
import type { CountingRules } from '../click/rules.ts';
import type { ClicksAsk, ClicksResponse, LinkDay, OwnerLink } from '../hub-api.ts';
import { readDay } from './hour-sums.ts';
import type { Links } from './links.ts';
import type { ResultsOfLinks } from './results-of-links.ts';

/** Limits of one page: rows, and bytes of its days and of its links. The client fetches further pages. */
const MOST = { rows: 500, bytes: 1 << 20 };

/** What a member's news are made of. */
export interface NewsParts extends Pick<HubContext, 'db' | 'epoch' | 'now'> {
  readonly rules: () => CountingRules;
  readonly links: Links;
  readonly rankOf: ResultsOfLinks['rankOf'];
}

/** The changes of a member's own links since what their device knows. Only the owner sees this detail. */
export async function ownerChanges(
  hub: NewsParts,
  member: string,
  { since, changed }: ClicksAsk,
): Promise<ClicksResponse> {
  const days = await daysOf(hub, member, since);
  const owned = await linksOf(hub, member, changed);
  const month = monthOf(hub.now());
  const rank = await hub.rankOf(member, month);
  // Counts are made again from the log where the power goes, and their numbers need not be the same then.
  await onDisk(hub.db);
  return {
    epoch: hub.epoch,
    since: days.since,
    changed: owned.changed,
    more: days.more || owned.more,
    rules: hub.rules().version,
    days: days.days,
    links: owned.links,
    rank: rank && { month, ...rank },
  };
}

async function daysOf(hub: NewsParts, member: string, since: number) {
  const news = hub.db
    .selectFrom('linkday')
    .where('member', '=', member)
    .where('seq', '>', since)
    .orderBy('seq');
  const sizes = await news
    .select(['seq', sql<number>`length(sums)`.as('bytes')])
    .limit(MOST.rows + 1)
    .execute();
  const { upto, more } = partOf(sizes.map(({ seq, bytes }) => ({ seq: Number(seq), bytes: Number(bytes) })));
  const rows = await news.select(['day', 'link', 'sums']).where('seq', '<=', upto).execute();
  const days = rows.map(({ link, day, sums }) => linkDayOf(link, Number(day), sums));
  return { days, more, since: Math.max(since, upto) };
}

interface Sized {
  readonly seq: number;
  readonly bytes: number;
}

/**
 * The last row of a page, and whether more follow. Rows of the same number, as earlier hubs wrote them, stay together, since
 * the next page starts after a number and would skip the rest of them.
 */
function partOf(rows: readonly Sized[]): { upto: number; more: boolean } {
  let bytes = 0;
  for (const [n, row] of rows.entries()) {
    bytes += row.bytes;
    if (n < MOST.rows && bytes <= MOST.bytes) continue;
    const whole = rows.slice(0, n).findLast(({ seq }) => seq < row.seq);
    return { upto: whole?.seq ?? row.seq, more: true };
  }
  return { upto: rows.at(-1)?.seq ?? 0, more: false };
}

/** A complete day of a link, which replaces an earlier version of it on the device. */
function linkDayOf(link: string, day: number, row: string): LinkDay {
  const hours = Object.entries(readDay(row) ?? {});
  return {
    link,
    day,
    hours: Object.fromEntries(hours.map(([hour, { counts }]) => [String(Number(hour) - day * 24), counts])),
    places: added(hours.map(([, { places }]) => places)),
    devices: added(hours.map(([, { devices }]) => devices)),
    countries: added(hours.map(([, { countries = {} }]) => countries)),
  };
}

function added(parts: readonly Readonly<Record<string, number | undefined>>[]): Record<string, number> {
  return addedUp(parts.flatMap((part) => Object.entries(part).map(([name, n = 0]) => [name, n] as const)));
}

async function linksOf(hub: NewsParts, member: string, changed: number) {
  const rows = await hub.db
    .selectFrom('link')
    .select(['id', 'stamp'])
    .where('member', '=', member)
    .where('stamp', '>', changed)
    .orderBy('stamp')
    .limit(MOST.rows + 1)
    .execute();
  const links: OwnerLink[] = [];
  let [last, bytes] = [changed, 0];
  for (const [n, { id, stamp }] of rows.entries()) {
    const live = hub.links.get(id);
    const link = live && { ...live.link, asked: live.pending?.target ?? '', name: hub.links.nameOf(id) };
    bytes += link ? JSON.stringify(link).length : 0;
    if (n === MOST.rows || (bytes > MOST.bytes && n > 0)) return { links, changed: last, more: true };
    if (link) links.push(link);
    last = Number(stamp);
  }
  return { links, changed: last, more: false };
}
