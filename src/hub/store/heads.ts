import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A room's head moves from the row `was` to the row `seq`. */
export type Move = Tables['head'];

/** Another writer moved a room's head: what was judged on the older one must be judged again. */
export class HeadMovedError extends Error {
  constructor(rooms: readonly string[]) {
    super(`written by another meanwhile: ${rooms.join(', ')}`);
    this.name = 'HeadMovedError';
  }
}

/** The last row of each of these rooms; 0 for a room without rows. */
export async function headsOf(db: Kysely<Tables>, rooms: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('head').select(['room', 'seq']).where('room', 'in', rooms).execute();
  const heads = new Map(rows.map(({ room, seq }) => [room, Number(seq)]));
  return new Map(rooms.map((room) => [room, heads.get(room) ?? 0]));
}

/**
 * Moves heads by compare-and-set, in the transaction that writes the rows: two writers of a room never give the same number
 * twice. Throws a HeadMovedError, upon which the transaction has to end without a commit.
 */
export async function moveHeads(within: Transaction<Tables>, moves: readonly Move[]): Promise<void> {
  const moved = await within
    .insertInto('head')
    .values(moves)
    .onConflict((conflict) =>
      conflict
        .column('room')
        .doUpdateSet(({ ref }) => ({ seq: ref('excluded.seq'), was: ref('excluded.was') }))
        .whereRef('head.seq', '=', 'excluded.was'),
    )
    .returning('room')
    .execute();
  if (moved.length === moves.length) return;
  const done = new Set(moved.map(({ room }) => room));
  throw new HeadMovedError(moves.flatMap(({ room }) => (done.has(room) ? [] : room)));
}
