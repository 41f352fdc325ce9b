import * as Y from 'yjs';
import type { Workspace } from '../open.ts';
import { TOGETHER } from './cut.ts';
import { FROM_DIARY } from './origins.ts';
import type { RoomRows } from './reads.ts';
import { type EditRow, edits, replicas, sent } from './tables.ts';

/** A room into which rows move. `stored` answers when all of it is in its own database. */
export interface Destination {
  readonly name: string;
  readonly doc: Y.Doc;
  stored(): Promise<void>;
}

/** From which clock on each client's edits wait for the hub. An edit carries up to so many items, and its last clock. */
async function waitingFrom(workspace: Workspace, room: string): Promise<Map<number, number>> {
  const rows = await workspace.rows(sent).where('[room+state]').equals([room, 'waiting']).toArray();
  const from = new Map<number, number>();
  for (const { client, clock } of rows)
    from.set(client, Math.max(0, Math.min(from.get(client) ?? clock, clock - TOGETHER)));
  return from;
}

/** What waits of the clients, each as one edit. */
function editsOf({ name, doc }: Destination, waiting: ReadonlyMap<number, number>): EditRow[] {
  const reached = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...waiting].flatMap(([client, from]) => {
    const next = reached.get(client) ?? 0;
    if (next <= from) return [];
    // Encode only this client's edits after `from`.
    const vector = Y.encodeStateVector(new Map(reached).set(client, from));
    const update = Y.encodeStateAsUpdate(doc, vector);
    return [{ room: name, client, clock: next - 1, acked: 0 as const, update }];
  });
}

/**
 * Moves a room from the table of before into its own database, and what waits for the hub into the edits. The rows go in the
 * same transaction as the edits come, and after the database has all of it: an end at any point repeats it, and loses nothing.
 */
export async function moveOldRows(
  workspace: Workspace,
  destination: Destination,
  old: RoomRows['old'],
): Promise<void> {
  const { doc, name } = destination;
  doc.transact(() => {
    for (const { update } of old) Y.applyUpdate(doc, update, FROM_DIARY);
  }, FROM_DIARY);
  await destination.stored();
  await workspace.together([replicas, edits, sent], async () => {
    const left = await workspace.rows(replicas).where('room').equals(name).primaryKeys();
    // Another context has moved them meanwhile.
    if (left.length === 0) return;
    for (const row of editsOf(destination, await waitingFrom(workspace, name)))
      await workspace.put(edits, row);
    await workspace.rows(replicas).bulkDelete(left);
  });
}
