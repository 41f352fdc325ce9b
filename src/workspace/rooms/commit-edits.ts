import type { Workspace } from '../open.ts';
import { cut } from './cut.ts';
import { newDatabase } from './databases.ts';
import { type Edit, type Entry, lastOfEach } from './edit.ts';
import { wholeOf } from './parts.ts';
import type { Replica } from './replica.ts';
import { edits, roomStores, type SentRow, sent, sentId } from './tables.ts';

/** An edit of a room that is drawn but not applied. */
export interface Drawn {
  readonly replica: Replica;
  readonly edit: Edit;
}

/** The room stands in another database than the replica that an edit was drawn on. */
class OutdatedReplica extends Error {}

export function waitingRow(
  written: Pick<SentRow, 'room' | 'root' | 'key' | 'value' | 'client' | 'clock'>,
): SentRow {
  const id = sentId(wholeOf(written.room), written.root, written.key);
  return { id, ...written, at: Date.now(), state: 'waiting', sent: 0, reason: '' };
}

/** What no hub takes is not even offered: it is where the person sees it. */
export function tooLargeRow(room: string, root: string, { key, value }: Entry): SentRow {
  return {
    ...waitingRow({ room, root, key, value, client: 0, clock: 0 }),
    state: 'refused',
    reason: 'oversize',
  };
}

/** Draws entries of a root as edits that a hub takes, one on the other; those of which nothing is new come back as they are. */
export function drawEdits(
  replica: Replica,
  root: string,
  entries: readonly Entry[],
  client: number,
): { readonly drawn: Drawn[]; readonly standing: Entry[] } {
  const drawn: Drawn[] = [];
  const standing: Entry[] = [];
  let from: number | undefined;
  for (const some of cut(lastOfEach(entries))) {
    const edit = replica.draw(root, some, client, from);
    if (!edit) standing.push(...some);
    else {
      drawn.push({ replica, edit });
      from = edit.clock + 1;
    }
  }
  return { drawn, standing };
}

/**
 * What is in the room already needs no sending: a row that says that another value was refused is out of date. The standing
 * value is sent, or looked at again once the edits that are under way are answered.
 */
export async function clearRefusals(
  workspace: Workspace,
  room: string,
  root: string,
  entries: readonly Entry[],
): Promise<void> {
  for (const { key, value } of entries) {
    const row = await workspace.rows(sent).get(sentId(wholeOf(room), root, key));
    if (row?.state !== 'refused') continue;
    const isUnderWay = (await workspace.rows(edits).where({ room, acked: 0 }).count()) > 0;
    const standing = { ...row, room, value, client: 0, clock: 0, reason: '' };
    const after: SentRow = isUnderWay
      ? { ...standing, state: 'again' }
      : { ...standing, state: 'sent', sent: Date.now() };
    await workspace.put(sent, after);
  }
}

/** The database of a room within the transaction that writes into it. */
async function databaseOf(workspace: Workspace, { name, database: known }: Replica): Promise<string> {
  const there = await workspace.rows(roomStores).get(name);
  if (there && (known === null || known === there.database)) return there.database;
  if (there || known !== null) throw new OutdatedReplica();
  const database = newDatabase(workspace, name);
  await workspace.put(roomStores, { room: name, database, bytes: 0 });
  return database;
}

/** Adds an edit and what it shows as leaving. Of an entry that is put again, nothing of its row before goes into the new one. */
function writeEdit(workspace: Workspace, root: string, { replica, edit }: Drawn): Promise<unknown> {
  const { update, client, clock, fresh } = edit;
  const room = replica.name;
  return Promise.all([
    workspace.put(edits, { room, client, clock, acked: 0, update }),
    ...fresh.map(({ key, value }) =>
      workspace.put(sent, waitingRow({ room, root, key, value, client, clock })),
    ),
  ]);
}

/**
 * Makes edits durable, all of them in one transaction or none, with the names of the databases that they go into. Null where
 * a room stands in another one by now: what was drawn does not fit it. The requests go together, since each wait is a turn.
 */
export async function commitEdits(
  workspace: Workspace,
  root: string,
  drawn: readonly Drawn[],
  rows: readonly SentRow[],
): Promise<ReadonlyMap<Replica, string> | null> {
  const replicas = [...new Set(drawn.map(({ replica }) => replica))];
  try {
    return await workspace.together([roomStores, edits, sent], async () => {
      const [names] = await Promise.all([
        Promise.all(replicas.map((replica) => databaseOf(workspace, replica))),
        ...rows.map((row) => workspace.put(sent, row)),
        ...drawn.map((one) => writeEdit(workspace, root, one)),
      ]);
      return new Map(replicas.map((replica, at) => [replica, names[at] ?? '']));
    });
  } catch (error) {
    if (error instanceof OutdatedReplica) return null;
    throw error;
  }
}
