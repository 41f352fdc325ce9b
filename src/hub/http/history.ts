import type { History } from '../../team/hub-api.ts';
import { wholeOf } from '../../workspace/rooms/parts.ts';
import type { Hub } from '../hub.ts';
import { partsOf } from '../store/room-parts.ts';

/** Most versions of an item in one answer, newest first, and most bytes of them: an item can be rewritten at its full size. */
const MOST = { versions: 100, bytes: 2 * 1024 ** 2 };

export interface HistoryAsk {
  readonly room: string;
  readonly root: string;
  readonly key: string;
}

/** The past of an item, newest first. Values are read one by one, so that what is not answered is not in memory either. */
export async function historyOf(hub: Hub, { room, root, key }: HistoryAsk): Promise<History> {
  const rooms = [room, ...(await partsOf(hub.db, wholeOf(room)))];
  const rows = await hub.db
    .selectFrom('version')
    .select(['room', 'seq', 'part', 'at', 'member'])
    .where('room', 'in', rooms)
    .where('root', '=', root)
    .where('key', '=', key)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('part', 'desc')
    .limit(MOST.versions)
    .execute();
  const versions: History['versions'][number][] = [];
  let bytes = 0;
  for (const { room: part, at, member, ...row } of rows) {
    const value = await storedValue(hub, part, row);
    bytes += value?.length ?? 0;
    if (bytes > MOST.bytes && versions.length > 0) break;
    versions.push({ at: Number(at), member, value: value === null ? null : (JSON.parse(value) as unknown) });
  }
  return { versions };
}

async function storedValue(
  hub: Hub,
  room: string,
  { seq, part }: { seq: number; part: number },
): Promise<string | null> {
  const row = await hub.db
    .selectFrom('version')
    .select('value')
    .where('room', '=', room)
    .where('seq', '=', seq)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.value ?? null;
}
