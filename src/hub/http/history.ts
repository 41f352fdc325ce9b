import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { History } from '../../team/hub-api.ts';
import { wholeOf } from '../../workspace/rooms/parts.ts';
import { text } from '../../workspace/text.ts';
import type { HubServices } from '../services.ts';
import { parsedRow } from '../store/parsed-row.ts';
import { partsOf } from '../store/room-parts.ts';
import type { Tables } from '../store/tables.ts';

/** Most versions of an item in one answer, newest first, and most bytes of them: an item can be rewritten at its full size. */
const MOST = { versions: 100, bytes: 2 * 1024 ** 2 };

/** The item whose history is requested. */
export const HistoryAsk = z.object({ room: text(80), root: text(40), key: text(64) });
export type HistoryAsk = z.infer<typeof HistoryAsk>;

/** The past of an item, newest first. Values are read one by one, so that what is not answered is not in memory either. */
export async function historyOf(hub: HubServices, { room, root, key }: HistoryAsk): Promise<History> {
  const rooms = new Set([room, ...(await partsOf(hub.db, wholeOf(room)))]);
  const found: Head[] = [];
  for (const part of rooms) found.push(...(await newestOf(hub, { room: part, root, key })));
  const rows = found.sort(newestFirst).slice(0, MOST.versions);
  const versions: History['versions'][number][] = [];
  let bytes = 0;
  for (const { room: part, at, member, ...row } of rows) {
    const stored = await storedValue(hub, part, row);
    bytes += stored?.length ?? 0;
    if (bytes > MOST.bytes && versions.length > 0) break;
    const value = stored === null ? null : parsedRow(stored);
    // A damaged version is left out: the others are still there to be restored.
    if (value === undefined) hub.log('version-set-aside', { seq: Number(row.seq) });
    else versions.push({ at: Number(at), member, value });
  }
  return { versions };
}

type Head = Pick<Tables['version'], 'room' | 'seq' | 'part' | 'at' | 'member'>;

const newestFirst = (a: Head, b: Head) =>
  Number(b.at) - Number(a.at) || Number(b.seq) - Number(a.seq) || Number(b.part) - Number(a.part);

/** What was written last of an item in one room: the index has it in the order in which it came, and no more is read. */
function newestOf(hub: HubServices, { room, root, key }: HistoryAsk): Promise<Head[]> {
  return hub.db
    .selectFrom('version')
    .select(['room', 'seq', 'part', 'at', 'member'])
    .where('room', '=', room)
    .where('root', '=', root)
    .where('key', '=', key)
    .orderBy(sql`rowid`, 'desc')
    .limit(MOST.versions)
    .execute();
}

async function storedValue(
  hub: HubServices,
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
