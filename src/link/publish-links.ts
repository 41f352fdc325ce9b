import * as z from 'zod/mini';
import { memberRoom } from '../team/rooms.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { monthOf, roomName } from '../workspace/room.ts';
import { sent, sentId } from '../workspace/rooms/tables.ts';
import { readSetting, type Setting, writeSetting } from '../workspace/setting.ts';
import { SharedLink } from './link.ts';
import { type ShortLink, shortLinks } from './tables.ts';

/** The last change (UTC ms) of this device's links that was processed, and for which device of which team. */
export const publishedLinks: Setting<{ device: string; at: number }> = {
  name: 'publishedLinks',
  value: z.object({ device: z.string().check(z.maxLength(200)), at: z.number() }),
  initial: { device: '', at: 0 },
  ofDevice: true,
};

const ROOT = 'links';
/** Overlap of the next run, ms, since after a clock was set back new rows may be dated before processed ones. */
const BEHIND = 2 * 86_400_000;

/** A link as it is sent to the hub: without its share, and with its site only if the person allows that. */
export function sharedLinkOf(link: ShortLink, without: readonly string[]): SharedLink | null {
  const { id, nonce, at, target, channel, site, campaign, item, title, picture, until, paused } = link;
  // The wanted target is declared; the hub decides whether it takes effect.
  const declared = {
    id,
    nonce,
    at,
    target: link.asked || target,
    channel,
    campaign,
    title,
    picture,
    until,
    paused,
  };
  const read = SharedLink.safeParse({
    ...declared,
    site: without.includes('site') ? '' : site,
    item: without.includes('item') ? '' : item,
  });
  return read.success ? read.data : null;
}

/** The room in which a link is declared. */
export const roomOf = ({ member }: Team, link: Pick<ShortLink, 'at'>): string =>
  roomName(memberRoom, { owner: member.member, month: monthOf(link.at) });

/** The id of the row that records a link as sent. */
export const sentLinkId = (team: Team, link: Pick<ShortLink, 'id' | 'at'>): string =>
  sentId(roomOf(team, link), ROOT, link.id);

/** Sends links that were made or changed here since the last time to the team's hub, unless it has them already. */
export async function publishLinks(workspace: Workspace, team: Team): Promise<void> {
  const { hub, device, without } = team.member;
  const known = await readSetting(workspace, publishedLinks);
  const who = `${hub} ${device}`;
  const since = known.device === who ? known.at - BEHIND : 0;
  const changed = await workspace.rows(shortLinks).where('changed').above(since).toArray();
  // Links that were never changed on this device are on the hub already; their `changed` is 0.
  const mine = changed.filter((link) => link.hub === hub && link.nonce !== '');
  for (const link of mine) {
    const value = sharedLinkOf(link, without);
    const row = value && (await workspace.rows(sent).get(sentLinkId(team, link)));
    if (!value || JSON.stringify(row?.value) === JSON.stringify(value)) continue;
    await team.rooms.putAll(roomOf(team, link), ROOT, [{ key: link.id, value }]);
  }
  const at = changed.reduce((last, link) => Math.max(last, link.changed), known.at);
  await writeSetting(workspace, publishedLinks, { device: who, at });
}
