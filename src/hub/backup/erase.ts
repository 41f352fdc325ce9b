import { NAMELESS } from '../../team/names.ts';
import type { Hub } from '../hub.ts';
import { writeOwn } from '../rooms/hub-room.ts';
import { addLine, erasedIn } from './lists.ts';

/**
 * Erases what a person wrote: their own rooms, what is theirs in shared ones with its past, their name. It is done again
 * after a restore, from a list that no backup holds. That they were here, and when, stays: without it nobody could say
 * that the erasure was done.
 */
export async function eraseMember(hub: Hub, member: string): Promise<void> {
  addLine(hub.settings.folder, 'erased', { member, at: hub.now() });
  await eraseNow(hub, member);
}

/** Erases again whom a restored backup has brought back. */
export async function eraseAgain(hub: Hub): Promise<string[]> {
  const members = erasedIn(hub.settings.folder);
  const back = members.filter((member) => (hub.people.member(member)?.name ?? NAMELESS) !== NAMELESS);
  for (const member of back) await eraseNow(hub, member);
  return back;
}

/** Takes a name out of the past of the room `team`, where the hub wrote it. */
export async function forgetName(hub: Hub, member: string): Promise<void> {
  const connection = await hub.server.openDirectConnection('team');
  if (connection.document) await hub.roomLog.compact('team', connection.document, 0);
  await connection.disconnect();
  const rows = hub.db
    .selectFrom('version')
    .select('seq')
    .where('room', '=', 'team')
    .where('key', '=', member);
  const last = await rows.orderBy('seq', 'desc').executeTakeFirst();
  await hub.db
    .deleteFrom('version')
    .where('room', '=', 'team')
    .where('key', '=', member)
    .where('seq', '<', Number(last?.seq ?? 0))
    .execute();
}

async function eraseNow(hub: Hub, member: string): Promise<void> {
  // They are removed, and nothing new of theirs is admitted: what was admitted before is on the disk after this.
  await hub.admittedIsWritten();
  for (const room of await roomsOf(hub, member)) {
    if (room.startsWith(`member/${member}/`)) await dropRoom(hub, room);
    else await dropItems(hub, room, member);
  }
  for (const table of ['tally', 'link', 'linkday', 'figurechange'] as const)
    await hub.db.deleteFrom(table).where('member', '=', member).execute();
  await dropMedia(hub, member);
  await hub.people.change(member, { name: NAMELESS, listed: 0, listedat: null });
  await hub.db.updateTable('device').set({ name: NAMELESS }).where('member', '=', member).execute();
}

/** Takes away what a person brought, unless what a colleague wrote shows it too: it is theirs then. After the rooms. */
async function dropMedia(hub: Hub, member: string): Promise<void> {
  await hub.media.dropHalves(member);
  const media = await hub.db.selectFrom('medium').select('hash').where('member', '=', member).execute();
  for (const { hash } of media) {
    const shown = hub.db.selectFrom('version').select('member').where('value', 'like', `%${hash}%`);
    const other = await shown.executeTakeFirst();
    if (!other) await hub.media.remove(hash);
    else await hub.db.updateTable('medium').set({ member: other.member }).where('hash', '=', hash).execute();
  }
}

async function roomsOf(hub: Hub, member: string): Promise<string[]> {
  const rows = await hub.db
    .selectFrom('version')
    .select('room')
    .distinct()
    .where('member', '=', member)
    .execute();
  return rows.map(({ room }) => room);
}

async function dropRoom(hub: Hub, room: string): Promise<void> {
  hub.server.closeConnections(room);
  await hub.roomLog.settled();
  for (const table of ['log', 'snapshot', 'version', 'tally'] as const)
    await hub.db.deleteFrom(table).where('room', '=', room).execute();
}

interface Touched {
  readonly root: string;
  readonly key: string;
  /** What stands there without this person: the last that another wrote, nothing where they began it. */
  readonly value: unknown;
  readonly isCurrent: boolean;
}

/** Everything of a room that a person wrote: what they began, and what they changed of others'. */
async function touchedBy(hub: Hub, room: string, member: string): Promise<Touched[]> {
  const versions = await hub.db
    .selectFrom('version')
    .select(['root', 'key', 'member', 'value'])
    .where('room', '=', room)
    .orderBy('seq')
    .orderBy('part')
    .execute();
  const past = Map.groupBy(versions, ({ root, key }) => `${root} ${key}`);
  return [...past.values()].flatMap((rows) => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || !rows.some((row) => row.member === member)) return [];
    const others = rows.filter((row) => row.member !== member).at(-1)?.value ?? null;
    const value = first.member === member || others === null ? undefined : (JSON.parse(others) as unknown);
    const isCurrent = first.member === member || last.member === member;
    return [{ root: first.root, key: first.key, value, isCurrent }];
  });
}

/** Takes what a person wrote out of a room that others go on using, and makes its snapshot anew without it. */
async function dropItems(hub: Hub, room: string, member: string): Promise<void> {
  const touched = await touchedBy(hub, room, member);
  const connection = await hub.server.openDirectConnection(room);
  const { document } = connection;
  if (!document) return;
  const changes = touched.filter(({ isCurrent }) => isCurrent);
  // Nothing of it goes into the history, from which it is being taken.
  await writeOwn({ log: hub.roomLog, now: hub.now }, document, changes, () => hub.clientId, false);
  await hub.roomLog.compact(room, document, 0);
  for (const { root, key, value } of touched) {
    let rows = hub.db
      .deleteFrom('version')
      .where('room', '=', room)
      .where('root', '=', root)
      .where('key', '=', key);
    // What they began goes with all that followed; of what others began, only their own part.
    if (value !== undefined) rows = rows.where('member', '=', member);
    await rows.execute();
  }
  await connection.disconnect();
}
