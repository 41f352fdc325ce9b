import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminView } from '../../team/hub-api.ts';
import { cleanName } from '../../team/names.ts';
import type { Role } from '../../workspace/room.ts';
import type { HubServices } from '../services.ts';
import { roomsOfAll } from '../store/room-parts.ts';

const MOST_DEEDS = 200;
/** What members do to their own records has a limit of its own, so that it never crowds out what leaders did. */
const MOST_OWN_DEEDS = 100;

/** The team as its leaders see it: people, devices, invites, disk usage and the audit log. */
export async function adminView(hub: HubServices): Promise<AdminView> {
  const members = hub.people.all().map((member) => ({
    id: member.id,
    name: hub.people.displayName(member.id),
    role: member.role,
    group: member.part,
    region: member.region,
    at: Number(member.at),
    removed: member.removed,
    devices: hub.people
      .devicesOf(member.id)
      .map(({ number, name, at, removed }) => ({ number, name: cleanName(name), at: Number(at), removed })),
  }));
  return { members, invites: await invitesOf(hub), storage: await storageOf(hub), audit: await auditOf(hub) };
}

async function invitesOf(hub: HubServices): Promise<AdminView['invites']> {
  const rows = await hub.db.selectFrom('invite').selectAll().orderBy('until', 'desc').limit(200).execute();
  return rows.map(({ id, maker, role, part, region, uses, until, revoked }) => ({
    id,
    by: maker,
    role: role as Role,
    group: part,
    region,
    uses: Number(uses),
    until: Number(until),
    revoked,
  }));
}

async function storageOf(hub: HubServices): Promise<AdminView['storage']> {
  const media = await hub.db
    .selectFrom('medium')
    .select(({ fn }) => fn.sum<number | null>('bytes').as('bytes'))
    .executeTakeFirst();
  const rooms = await roomsOfAll(hub.db, hub.rooms.ownedKinds);
  return {
    database: statSync(join(hub.settings.folder, 'hub.sqlite')).size,
    media: Number(media?.bytes ?? 0),
    rooms,
  };
}

async function auditOf(hub: HubServices): Promise<AdminView['audit']> {
  const { own: ownNames } = hub.commands;
  const newest = hub.db.selectFrom('deed').selectAll().orderBy('at', 'desc');
  const led = await newest.where('what', 'not in', ownNames).limit(MOST_DEEDS).execute();
  const own = await newest.where('what', 'in', ownNames).limit(MOST_OWN_DEEDS).execute();
  const rows = [...led, ...own].sort((a, b) => Number(b.at) - Number(a.at));
  return rows.map(({ at, member, what, about }) => ({ at: Number(at), member, what, about }));
}
