import type { Kysely } from 'kysely';
import { partOf, wholeOf } from '../../workspace/rooms/parts.ts';
import type { Tables } from './tables.ts';

/** The end of the range of names that begin with a name and a slash: `0` is the character after `/`. */
const behindAll = (whole: string) => `${whole}0`;

/** The first written room after a name; reads the index only. */
async function nextRoom(db: Kysely<Tables>, last: string): Promise<string | undefined> {
  const next = db.selectFrom('version').select('room').where('room', '>', last).orderBy('room').limit(1);
  return (await next.executeTakeFirst())?.room;
}

/** The written parts of a room, in order. */
export async function partsOf(db: Kysely<Tables>, whole: string): Promise<string[]> {
  const first = await db.selectFrom('version').select('room').where('room', '=', whole).limit(1).execute();
  const parts = first.map(({ room }) => room);
  for (let last = `${whole}/`; ; ) {
    const room = await nextRoom(db, last);
    if (room === undefined || room >= behindAll(whole)) break;
    if (wholeOf(room) === whole) parts.push(room);
    last = room;
  }
  return parts.sort((a, b) => partOf(a) - partOf(b));
}

/**
 * How many rooms were ever written, without members' own rooms: an admin who knows all others would see from the number when
 * somebody does their first thing of a month.
 */
export async function roomsOfAll(db: Kysely<Tables>, ownedKinds: readonly string[]): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const room = await nextRoom(db, last);
    if (room === undefined) return count;
    const owned = ownedKinds.find((kind) => room.startsWith(`${kind}/`));
    if (owned === undefined) count += 1;
    last = owned === undefined ? room : behindAll(owned);
  }
}
