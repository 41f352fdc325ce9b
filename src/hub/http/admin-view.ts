import type { AdminView, Command } from '../../team/hub-api.ts';
import { cleanName } from '../../team/names.ts';
import type { Role } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';
import { roomsOfAll } from '../store/room-parts.ts';

const MOST_DEEDS = 200;
/** What members do to their own records has a limit of its own, so that it never crowds out what leaders did. */
const OWN_DEEDS: readonly Command['do'][] = ['self.name', 'self.listed', 'link.name'];
const MOST_OWN_DEEDS = 100;

/** The team as its leaders see it: people, devices, invites, disk usage and the audit log. */
export async function adminView(hub: Hub): Promise<AdminView> {
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

async function invitesOf(hub: Hub): Promise<AdminView['invites']> {
  const rows = await hub.db.selectFrom('invite').selectAll().orderBy('until', 'desc').limit(200).execute();
  return rows.map(({ id, role, part, region, uses, until, revoked }) => ({
    id,
    role: role as Role,
    group: part,
    region,
    uses: Number(uses),
    until: Number(until),
    revoked,
  }));
}

async function storageOf(hub: Hub): Promise<AdminView['storage']> {
  const media = await hub.db
    .selectFrom('medium')
    .select(({ fn }) => fn.sum<number | null>('bytes').as('bytes'))
    .executeTakeFirst();
  const rooms = await roomsOfAll(hub.db);
  return { database: hub.bytesOnDisk(), media: Number(media?.bytes ?? 0), rooms };
}

async function auditOf(hub: Hub): Promise<AdminView['audit']> {
  const newest = hub.db.selectFrom('deed').selectAll().orderBy('at', 'desc');
  const led = await newest.where('what', 'not in', OWN_DEEDS).limit(MOST_DEEDS).execute();
  const own = await newest.where('what', 'in', OWN_DEEDS).limit(MOST_OWN_DEEDS).execute();
  const rows = [...led, ...own].sort((a, b) => Number(b.at) - Number(a.at));
  return rows.map(({ at, member, what, about }) => ({ at: Number(at), member, what, about }));
}
