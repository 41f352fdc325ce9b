import { roomNamed } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';

/**
 * Everything that all members of a team read, as plain values by room and root, for an admin to take away. A member's own
 * room is not theirs to take.
 */
export async function exportTeam(hub: Hub) {
  // Results have no past, and stand in the log alone.
  const names = await hub.db
    .selectFrom('version')
    .select('room')
    .union(hub.db.selectFrom('log').select('room'))
    .union(hub.db.selectFrom('snapshot').select('room'))
    .execute();
  const rooms: Record<string, Record<string, unknown>> = {};
  const shared = names.filter(({ room }) => roomNamed(hub.rooms, room)?.declaration.reads === 'member');
  for (const { room } of shared) {
    const doc = await hub.roomLog.read(room);
    rooms[room] = Object.fromEntries([...doc.share.keys()].map((root) => [root, doc.getMap(root).toJSON()]));
    doc.destroy();
  }
  const members = hub.people
    .all()
    .map(({ id, role, at, removed }) => ({ id, name: hub.people.shownName(id), role, at, removed }));
  return { format: 1, at: hub.now(), team: hub.team.shown, members, rooms };
}
