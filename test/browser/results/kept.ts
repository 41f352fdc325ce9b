import { dayOf } from '../../../src/activity/event.ts';
import { clicksKnown } from '../../../src/link/own-clicks.ts';
import {
  type ClickDay,
  clickDayId,
  clickDays,
  type ShortLink,
  shortLinks,
} from '../../../src/link/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';

const DAY = 86_400_000;

export const shortLink = (id: string, part: Partial<ShortLink> = {}): ShortLink => ({
  id,
  nonce: 'a'.repeat(32),
  at: Date.now() - DAY,
  target: 'https://kissa.example/autumn?utm_source=x',
  channel: 'x',
  site: 'bluesky',
  campaign: 'autumn',
  item: 'item-1',
  title: '秋の深煎りができました',
  picture: '',
  until: 0,
  paused: false,
  from: 'here',
  hub: 'hub-of-a-test',
  address: `https://go.kissa.example/${id}`,
  share: 'share-0001',
  asked: '',
  changed: 1,
  ...part,
});

/** A day (UTC) of a link so many days ago, its clicks at noon UTC. */
export function clickDay(link: string, daysAgo: number, part: Partial<ClickDay> = {}): ClickDay {
  const day = Math.floor(Date.now() / DAY) - daysAgo;
  const hours = { 12: { human: 3, qr: 1, duplicate: 2, bot: 4, preview: 1 } };
  const where = {
    places: { 'news.example': 2, '': 2 },
    devices: { phone: 3, desktop: 1 },
    countries: { JP: 4 },
  };
  return { id: clickDayId(link, day), link, day, at: day * DAY, from: 'hub', hours, ...where, ...part };
}

/** Two links of a person: one followed on two days, one not at all. */
export async function followedLinks(workspace: Workspace): Promise<void> {
  await workspace.put(shortLinks, shortLink('AbCdEfGhIj0'));
  await workspace.put(
    shortLinks,
    shortLink('BbCdEfGhIj0', { title: 'Cold brew', paused: true, channel: 'line' }),
  );
  await workspace.put(clickDays, clickDay('AbCdEfGhIj0', 1));
  await workspace.put(clickDays, clickDay('AbCdEfGhIj0', 2));
  const known = { hub: 'hub-of-a-test', epoch: 'e', since: 9, changed: 9, rules: 1, at: Date.now() };
  await writeSetting(workspace, clicksKnown, { ...known, rank: { month: '2026-11', rank: 3, of: 12 } });
}

export const span = () => ({ from: dayOf(Date.now()) - 27, to: dayOf(Date.now()) });
