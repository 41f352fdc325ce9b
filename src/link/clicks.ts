import { dayOf } from '../activity/event.ts';
import { addedUp } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import type { ClassCounts } from './hub-api.ts';
import { type ClickDay, clickDays, isWholeDay, type ShortLink, shortLinks } from './tables.ts';

const HOUR = 3_600_000;

/** An hour of a link, with its day in this device's time zone. */
export interface LinkHour {
  readonly link: string;
  /** Whole hours since 1970, UTC. */
  readonly hour: number;
  /** Whole days since 1970 in the time zone of this device. */
  readonly day: number;
  /** Only the day is known, and it is that day in every time zone. */
  readonly whole: boolean;
  readonly counts: ClassCounts;
}

/** The hours of links' days. A hub's day is in UTC, so it may cover parts of two days in the person's time zone. */
export function linkHours(days: readonly ClickDay[]): LinkHour[] {
  return days.flatMap((one) => {
    const { link, day, hours } = one;
    const whole = isWholeDay(one);
    return Object.entries(hours).map(([at, counts]) => {
      const hour = day * 24 + Number(at);
      return { link, hour, day: whole ? day : dayOf(hour * HOUR), whole, counts };
    });
  });
}

/** People among counted clicks: by the link and by its code. */
export const peopleIn = ({ human = 0, qr = 0 }: ClassCounts): number => human + qr;

/** The clicks on one's own links in some days, by hour, with the links. */
export interface OwnClicks {
  readonly hours: readonly LinkHour[];
  readonly days: readonly ClickDay[];
  readonly links: ReadonlyMap<string, ShortLink>;
}

/** Reads the clicks on one's own links in a span of days (inclusive, in this device's time zone). */
export async function readClicks(workspace: Workspace, from: number, to: number): Promise<OwnClicks> {
  const days = await workspace
    .rows(clickDays)
    .where('day')
    .between(from - 1, to + 1, true, true)
    .toArray();
  const hours = linkHours(days).filter(({ day }) => day >= from && day <= to);
  const found = await workspace.rows(shortLinks).bulkGet([...new Set(hours.map(({ link }) => link))]);
  const links = new Map(found.flatMap((link) => (link ? [[link.id, link]] : [])));
  return { hours, days, links };
}

/** Clicks of people as rollups of days: `clicked|channel|place`, one row per hour of a link. */
export function clickRollups({ hours, links }: Pick<OwnClicks, 'hours' | 'links'>) {
  return hours.flatMap(({ link, day, counts }) => {
    const { channel = '', site = '' } = links.get(link) ?? {};
    const n = peopleIn(counts);
    return n === 0 ? [] : [{ day, counts: { [`clicked|${channel}|${site}`]: n } }];
  });
}

/** Hours of imported links, or of all others. */
const hoursFrom = ({ hours, links }: Pick<OwnClicks, 'hours' | 'links'>, isFile: boolean) =>
  hours.filter(({ link }) => (links.get(link)?.from === 'file') === isFile);

/** Clicks by class, as a hub counted them. */
export const countedIn = (clicks: Pick<OwnClicks, 'hours' | 'links'>): ClassCounts =>
  apartIn(hoursFrom(clicks, false));

/** People in imported counts, to which none of our rules applied. */
export const importedIn = (clicks: Pick<OwnClicks, 'hours' | 'links'>): number =>
  hoursFrom(clicks, true).reduce((sum, { counts }) => sum + peopleIn(counts), 0);

/** Clicks of some hours by class. */
export function apartIn(hours: readonly Pick<LinkHour, 'counts'>[]): ClassCounts {
  return addedUp(hours.flatMap(({ counts }) => Object.entries(counts)));
}

/** People by a property of their links, most first; links without it are left out. */
export function peopleBy(
  { hours, links }: Pick<OwnClicks, 'hours' | 'links'>,
  of: (link: ShortLink) => string,
): { id: string; n: number }[] {
  const sums = new Map<string, number>();
  for (const { link, counts } of hours) {
    const known = links.get(link);
    const [id, n] = [known ? of(known) : '', peopleIn(counts)];
    if (id && n > 0) sums.set(id, (sums.get(id) ?? 0) + n);
  }
  return [...sums].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}
