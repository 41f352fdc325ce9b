import type { Workspace } from '../open.ts';
import { type EditRow, edits, replicas, roomStores } from './tables.ts';

/** What the diary has of a room: its database, edits of this device, and rows of the table of before. */
export interface RoomRows {
  readonly database: string | null;
  readonly edits: readonly EditRow[];
  readonly old: readonly { readonly n?: number | undefined; readonly update: Uint8Array }[];
}

interface Reading {
  readonly rooms: string[];
  readonly rows: Promise<ReadonlyMap<string, RoomRows>>;
}

function empty(database: string | null) {
  return { database, edits: [] as EditRow[], old: [] as { n?: number | undefined; update: Uint8Array }[] };
}

/** Reads what the diary has of rooms: those that are opened in one turn by one transaction. */
export class RoomReads {
  private readonly workspace: Workspace;
  private next: Reading | null = null;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  async read(room: string): Promise<RoomRows> {
    this.next ??= this.begin();
    this.next.rooms.push(room);
    const rows = await this.next.rows;
    return rows.get(room) ?? empty(null);
  }

  /** No room joins a reading that has begun: what another context wrote before the room was opened would be missed. */
  private begin(): Reading {
    const rooms: string[] = [];
    const rows = Promise.resolve().then(() => {
      this.next = null;
      return this.readAll(rooms);
    });
    return { rooms, rows };
  }

  private readAll(rooms: readonly string[]): Promise<ReadonlyMap<string, RoomRows>> {
    const { workspace } = this;
    const names = [roomStores.name, edits.name, replicas.name];
    return workspace.diary.transaction('r', names, async () => {
      const [stores, edited, old] = await Promise.all([
        workspace.rows(roomStores).bulkGet([...rooms]),
        workspace.rows(edits).where('room').anyOf(rooms).sortBy('n'),
        workspace.rows(replicas).where('room').anyOf(rooms).toArray(),
      ]);
      const all = new Map(rooms.map((room, at) => [room, empty(stores[at]?.database ?? null)]));
      for (const row of edited) all.get(row.room)?.edits.push(row);
      for (const row of old) all.get(row.room)?.old.push(row);
      return all;
    });
  }
}
