import type { Kysely } from 'kysely';
import { partOf, wholeOf } from '../../workspace/rooms/parts.ts';
import type { Tables } from './tables.ts';

/** The parts of a room that were ever written, in order. */
export async function partsOf(db: Kysely<Tables>, whole: string): Promise<string[]> {
  const rows = await db
    .selectFrom('version')
    .select('room')
    .distinct()
    .where((of) =>
      // What begins with the name and a slash: `0` is the sign after it.
      of.or([of('room', '=', whole), of.and([of('room', '>', `${whole}/`), of('room', '<', `${whole}0`)])]),
    )
    .execute();
  const parts = rows.map(({ room }) => room).filter((room) => wholeOf(room) === whole);
  return parts.sort((a, b) => partOf(a) - partOf(b));
}
