import { type Kysely, sql } from 'kysely';
import { turn } from '../turn.ts';
import type { Tables } from './tables.ts';

/** Versions per turn of the event loop, and bytes of values per read. */
const ROWS = 500;
const BYTES = 1 << 20;

/** The position of a version in its room. */
export interface VersionId {
  readonly seq: number;
  readonly part: number;
}

type Version = Tables['version'];
type Head = Omit<Version, 'value'>;

const HEAD = ['room', 'seq', 'part', 'root', 'key', 'member', 'device', 'at'] as const;

const behind = (db: Kysely<Tables>, room: string, last: VersionId) =>
  db
    .selectFrom('version')
    .where('room', '=', room)
    .where((of) =>
      of.or([of('seq', '>', last.seq), of.and([of('seq', '=', last.seq), of('part', '>', last.part)])]),
    )
    .orderBy('seq')
    .orderBy('part');

const START: VersionId = { seq: -1, part: 0 };

/** A room's versions in order, without their values, in batches. */
export async function* headsOf(db: Kysely<Tables>, room: string): AsyncGenerator<readonly Head[]> {
  for (let last = START; ; ) {
    const rows = await behind(db, room, last).select(HEAD).limit(ROWS).execute();
    yield rows.map((row) => ({ ...row, seq: Number(row.seq), part: Number(row.part), at: Number(row.at) }));
    const end = rows.at(-1);
    if (!end || rows.length < ROWS) return;
    last = { seq: Number(end.seq), part: Number(end.part) };
    await turn();
  }
}

/** The values of a room's versions in order, and their authors, in batches of limited size. */
async function* valuesOf(
  db: Kysely<Tables>,
  room: string,
): AsyncGenerator<readonly { member: string; value: string | null }[]> {
  for (let last = START; ; ) {
    const sizes = await behind(db, room, last)
      .select(['seq', 'part', sql<number | null>`length(value)`.as('bytes')])
      .limit(ROWS)
      .execute();
    if (sizes.length === 0) return;
    let [count, bytes] = [1, Number(sizes[0]?.bytes ?? 0)];
    for (; count < sizes.length; count += 1) {
      bytes += Number(sizes[count]?.bytes ?? 0);
      if (bytes > BYTES) break;
    }
    yield await behind(db, room, last).select(['member', 'value']).limit(count).execute();
    const end = sizes[count - 1];
    last = { seq: Number(end?.seq), part: Number(end?.part) };
    await turn();
  }
}

/** The values of all rooms' versions, and their authors, in batches. */
export async function* everyValue(
  db: Kysely<Tables>,
): AsyncGenerator<readonly { member: string; value: string | null }[]> {
  for (let last = ''; ; ) {
    const next = db.selectFrom('version').select('room').where('room', '>', last).orderBy('room').limit(1);
    const room = (await next.executeTakeFirst())?.room;
    if (room === undefined) return;
    yield* valuesOf(db, room);
    last = room;
  }
}

/** Deletes an item's history, or one member's part of it, in batches. */
export async function deleteKey(
  db: Kysely<Tables>,
  { room, root, key }: { room: string; root: string; key: string },
  member: string | null,
): Promise<void> {
  for (;;) {
    let past = db.selectFrom('version').select('seq').where('room', '=', room);
    past = past.where('root', '=', root).where('key', '=', key);
    if (member !== null) past = past.where('member', '=', member);
    const rows = await past.orderBy('seq').limit(ROWS).execute();
    const upto = rows.at(-1)?.seq;
    if (upto === undefined) return;
    let gone = db.deleteFrom('version').where('room', '=', room).where('root', '=', root);
    gone = gone.where('key', '=', key).where('seq', '<=', Number(upto));
    if (member !== null) gone = gone.where('member', '=', member);
    await gone.execute();
    await turn();
  }
}

/** Deletes a room's log or history in batches. */
export async function deleteRoom(db: Kysely<Tables>, table: 'log' | 'version', room: string): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .select('seq')
      .where('room', '=', room)
      .orderBy('seq')
      .limit(ROWS)
      .execute();
    const upto = rows.at(-1)?.seq;
    if (upto === undefined) return;
    await db.deleteFrom(table).where('room', '=', room).where('seq', '<=', Number(upto)).execute();
    await turn();
  }
}
