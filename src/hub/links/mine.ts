import type { ClicksAsk, ClicksSaid, HeldLink, LinkDay } from '../../click/hub-api.ts';
import { addedUp } from '../../workspace/named.ts';
import { monthOf } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';
import { readDay } from './sums.ts';

/** Rows of one answer. */
const MOST = 500;

/** News of a member's own links since what they know: nobody else is told a member's detail. */
export async function newsFor(hub: Hub, member: string, { since, changed }: ClicksAsk): Promise<ClicksSaid> {
  const days = await daysOf(hub, member, since);
  const held = await linksOf(hub, member, changed);
  const month = monthOf(hub.now());
  const rank = await hub.rankOf(member, month);
  return {
    epoch: hub.epoch,
    since: days.since,
    changed: held.changed,
    more: days.more || held.more,
    rules: hub.rules.version,
    days: days.days,
    links: held.links,
    rank: rank && { month, ...rank },
  };
}

async function daysOf(hub: Hub, member: string, since: number) {
  const news = hub.db
    .selectFrom('linkday')
    .select(['seq', 'day', 'link', 'sums'])
    .where('member', '=', member);
  const some = await news
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(MOST + 1)
    .execute();
  const more = some.length > MOST;
  const last = Number(some.at(-1)?.seq ?? since);
  // What was counted at once is told whole, or the rest of it would never be told.
  const before = more ? some.filter(({ seq }) => Number(seq) !== last) : some;
  const rows = before.length > 0 || !more ? before : await news.where('seq', '=', last).execute();
  const days = rows.map(({ link, day, sums }) => told(link, Number(day), sums));
  return { days, more, since: Number(rows.at(-1)?.seq ?? since) };
}

/** A day of a link, whole: told anew it is put in the place of what was told before. */
function told(link: string, day: number, row: string): LinkDay {
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

async function linksOf(hub: Hub, member: string, changed: number) {
  const rows = await hub.db
    .selectFrom('link')
    .select(['id', 'changed'])
    .where('member', '=', member)
    .where('changed', '>=', changed)
    .orderBy('changed')
    .limit(MOST + 1)
    .execute();
  const links = rows.flatMap(({ id }): HeldLink[] => {
    const live = hub.linkOf(id);
    return live ? [{ ...live.link, asked: live.asked?.target ?? '' }] : [];
  });
  const last = Number(rows.at(-1)?.changed ?? changed);
  // Those of the last moment are told again: more of them may come.
  return { links, changed: last, more: rows.length > MOST && last > changed };
}
