import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { Hub } from '../hub.ts';
import { HUB } from '../rooms/hub-room.ts';

/** The name of who was erased. */
const NAMELESS = '—';

/**
 * Erases what a person wrote: their own rooms, what is theirs in shared ones with its past, their name. It is done again
 * after a restore, from a list that no backup holds. That they were here, and when, stays: without it nobody could say
 * that the erasure was done.
 */
export async function eraseMember(hub: Hub, member: string): Promise<void> {
  appendFileSync(
    join(hub.settings.folder, 'erased.jsonl'),
    `${JSON.stringify({ member, at: hub.now() })}\n`,
    {
      flush: true,
      mode: 0o600,
    },
  );
  await eraseNow(hub, member);
}

/** Erases again whom a restored backup has brought back. */
export async function eraseAgain(hub: Hub): Promise<void> {
  const file = join(hub.settings.folder, 'erased.jsonl');
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const members = lines.map((line) => (JSON.parse(line) as { member: string }).member);
  for (const member of members) if (hub.people.member(member)?.name !== NAMELESS) await eraseNow(hub, member);
}

async function eraseNow(hub: Hub, member: string): Promise<void> {
  for (const room of await roomsOf(hub, member)) {
    if (room.startsWith(`member/${member}/`)) await dropRoom(hub, room);
    else await dropItems(hub, room, member);
  }
  await hub.db.deleteFrom('tally').where('member', '=', member).execute();
  const media = await hub.db.selectFrom('medium').select('hash').where('member', '=', member).execute();
  for (const { hash } of media) await hub.media.remove(hash);
  await hub.people.change(member, { name: NAMELESS, listed: 0 });
  await hub.db.updateTable('device').set({ name: NAMELESS }).where('member', '=', member).execute();
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

/** Takes a person's items out of a room that others go on using, and makes its snapshot anew without them. */
async function dropItems(hub: Hub, room: string, member: string): Promise<void> {
  const mine = await hub.db
    .selectFrom('version')
    .select(['root', 'key'])
    .distinct()
    .where('room', '=', room)
    .where('member', '=', member)
    .execute();
  const connection = await hub.server.openDirectConnection(room);
  const { document } = connection;
  if (!document) return;
  const ahead = new Y.Doc();
  Y.applyUpdate(ahead, Y.encodeStateAsUpdate(document));
  const before = Y.encodeStateVector(ahead);
  ahead.transact(() => {
    for (const { root, key } of mine) ahead.getMap(root).delete(key);
  });
  const bytes = Y.encodeStateAsUpdate(ahead, before);
  const changes = mine.map(({ root, key }) => ({ root, key }));
  const entry = { room, ...HUB, at: hub.now(), bytes, changes };
  await hub.roomLog.append(entry, () => Y.applyUpdate(document, bytes, { source: 'local' }));
  await hub.roomLog.compact(room, document, 0);
  for (const { root, key } of mine)
    await hub.db
      .deleteFrom('version')
      .where('room', '=', room)
      .where('root', '=', root)
      .where('key', '=', key)
      .where('value', 'is not', null)
      .execute();
  await connection.disconnect();
}
