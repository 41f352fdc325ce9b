import * as z from 'zod/mini';
import type { Event } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import { type ShareRow, shares } from '../share/tables.ts';
import type { Membership } from '../team/membership.ts';
import { memberRoom } from '../team/rooms.ts';
import { SharedEvent } from '../team/shared-event.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { monthOf, roomName } from '../workspace/room.ts';
import { type SentRow, sent, sentId } from '../workspace/rooms/tables.ts';
import { readSetting, type Setting, writeSetting } from '../workspace/setting.ts';

/** Up to which moment (UTC ms) the diary was looked through, for which device. */
const published: Setting<{ device: string; at: number }> = {
  name: 'published',
  value: z.object({ device: z.string().check(z.maxLength(200)), at: z.number() }),
  initial: { device: '', at: 0 },
  ofDevice: true,
};

const ROOT = 'events';
/** Events that are looked at together; one edit carries what is new of them. */
const TOGETHER = 200;
/** Overlap of the next run, ms, since after a clock was set back new rows may be dated before processed ones. */
const BEHIND = 2 * 86_400_000;

/** An event as the team sees it; null if it is not shared. */
export function sharedOf(
  event: Event,
  { from, without }: Pick<Membership, 'from' | 'without'>,
  of: Pick<ShareRow, 'item' | 'campaign'> = { item: '', campaign: '' },
): SharedEvent | null {
  if (event.at < from) return null;
  const site = event.site === 'page' ? event.place : event.site;
  const declared = {
    id: event.id,
    at: event.at,
    day: event.day,
    type: event.type,
    channel: event.channel,
    site: without.includes('site') ? '' : site,
    item: without.includes('item') ? '' : of.item,
    campaign: of.campaign,
    undone: event.undone,
  };
  const read = SharedEvent.safeParse(declared);
  return read.success ? read.data : null;
}

/**
 * Writes events into the person's own rooms, each into the month it happened in. What stands there already is not written
 * again.
 */
export async function publish(workspace: Workspace, team: Team, happened: readonly Event[]): Promise<void> {
  const ofEvents = await workspace.rows(shares).bulkGet(happened.map(({ about }) => about));
  const declared = happened.flatMap((event, at) => sharedOf(event, team.member, ofEvents[at]) ?? []);
  const rows = await workspace
    .rows(sent)
    .bulkGet(declared.map((one) => sentId(roomOf(team, one), ROOT, one.id)));
  const news = declared.filter((one, at) => isNews(one, rows[at]));
  const months = Map.groupBy(news, (one) => roomOf(team, one));
  for (const [room, shared] of months)
    await team.rooms.putAll(
      room,
      ROOT,
      shared.map((value) => ({ key: value.id, value })),
    );
}

const roomOf = ({ member }: Team, { at }: SharedEvent) =>
  roomName(memberRoom, { owner: member.member, month: monthOf(at) });

function isNews(shared: SharedEvent, row: SentRow | undefined): boolean {
  // An event that was undone before it was ever sent is not sent.
  if (!row) return shared.undone === 0;
  return JSON.stringify(row.value) !== JSON.stringify(shared);
}

/** Publishes new events of the diary. Interrupted at any point, the next run continues from there. */
export async function publishNew(workspace: Workspace, team: Team, now: number): Promise<void> {
  const device = `${team.member.hub} ${team.member.device}`;
  const known = await readSetting(workspace, published);
  let at = Math.max(team.member.from - 1, known.device === device ? known.at - BEHIND : 0);
  for (;;) {
    const happened = await workspace.rows(events).where('at').above(at).limit(TOGETHER).toArray();
    await publish(workspace, team, happened);
    const last = happened.at(-1)?.at;
    if (last === undefined) return;
    // A page may end between events of the same moment, so the last moment is read again.
    at = happened.length === TOGETHER && last - 1 > at ? last - 1 : last;
    await writeSetting(workspace, published, { device, at: Math.min(at, now) });
  }
}
