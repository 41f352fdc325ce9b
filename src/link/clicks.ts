import { dayOf } from '../activity/event.ts';
import { addedUp } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import type { ClassCounts } from './hub-api.ts';
import { type ClickDay, clickDays, isWholeDay, type ShortLink, shortLinks } from './tables.ts';

const HOUR = 3_600_000;

/** An hour of a link on the day of it where this device is. */
export interface LinkHour {
  readonly link: string;
  /** Whole hours since 1970, UTC. */
  readonly hour: number;
  /** Whole days since 1970 in the time zone of this device. */
  readonly day: number;
  /** It is known of the day alone, which is that day everywhere. */
  readonly whole: boolean;
  readonly counts: ClassCounts;
}

/** The hours of links' days. A hub's day is in UTC, so it may cover parts of two days in the person's time zone. */
export function hoursOf(days: readonly ClickDay[]): LinkHour[] {
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

/** What came of one's own links in some days, hour by hour, with the links. */
export interface OwnClicks {
  readonly hours: readonly LinkHour[];
  readonly days: readonly ClickDay[];
  readonly links: ReadonlyMap<string, ShortLink>;
}

/** Reads what came of one's own links in a span of days (both within, where this device is). */
export async function readClicks(workspace: Workspace, from: number, to: number): Promise<OwnClicks> {
  const days = await workspace
    .rows(clickDays)
    .where('day')
    .between(from - 1, to + 1, true, true)
    .toArray();
  const hours = hoursOf(days).filter(({ day }) => day >= from && day <= to);
  const found = await workspace.rows(shortLinks).bulkGet([...new Set(hours.map(({ link }) => link))]);
  const links = new Map(found.flatMap((link) => (link ? [[link.id, link]] : [])));
  return { hours, days, links };
}

/** Clicks of people as a day's sums count them: `clicked|channel|place`, one row an hour of a link. */
export function clickRollups({ hours, links }: Pick<OwnClicks, 'hours' | 'links'>) {
  return hours.flatMap(({ link, day, counts }) => {
    const { channel = '', site = '' } = links.get(link) ?? {};
    const n = peopleIn(counts);
    return n === 0 ? [] : [{ day, counts: { [`clicked|${channel}|${site}`]: n } }];
  });
}

/** Hours of links that were brought in from another service's file, or the others. */
const hoursFrom = ({ hours, links }: Pick<OwnClicks, 'hours' | 'links'>, isFile: boolean) =>
  hours.filter(({ link }) => (links.get(link)?.from === 'file') === isFile);

/** What came of links by class, as a hub counted it by rules. */
export const countedIn = (clicks: Pick<OwnClicks, 'hours' | 'links'>): ClassCounts =>
  apartIn(hoursFrom(clicks, false));

/** People among them that another service counted, and that were brought in from its file: no rule of ours decided. */
export const importedIn = (clicks: Pick<OwnClicks, 'hours' | 'links'>): number =>
  hoursFrom(clicks, true).reduce((sum, { counts }) => sum + peopleIn(counts), 0);

/** Clicks of some hours by class. */
export function apartIn(hours: readonly Pick<LinkHour, 'counts'>[]): ClassCounts {
  return addedUp(hours.flatMap(({ counts }) => Object.entries(counts)));
}

/** People by something that is known of their links, most first; links without it are left out. */
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
