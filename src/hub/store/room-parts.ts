import type { Kysely } from 'kysely';
import { partOf, wholeOf } from '../../workspace/rooms/parts.ts';
import type { Tables } from './tables.ts';

/** `0` is the sign after the slash: what begins with a name and a slash is before it. */
const behindAll = (whole: string) => `${whole}0`;

/** The first room that was written behind a name, by the index: what stands in a room is not looked at. */
async function nextRoom(db: Kysely<Tables>, last: string): Promise<string | undefined> {
  const next = db.selectFrom('version').select('room').where('room', '>', last).orderBy('room').limit(1);
  return (await next.executeTakeFirst())?.room;
}

/** The parts of a room that were ever written, in order. */
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
 * How many rooms were ever written, members' own apart: whoever knows of all others would see in it when somebody does
 * their first thing of a month.
 */
export async function roomsOfAll(db: Kysely<Tables>): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const room = await nextRoom(db, last);
    if (room === undefined) return count;
    const isOwn = room.startsWith('member/');
    if (!isOwn) count += 1;
    last = isOwn ? behindAll('member') : room;
  }
}
