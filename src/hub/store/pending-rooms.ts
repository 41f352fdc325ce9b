import type * as Y from 'yjs';
import { PendingRoom } from '../admission/pending-room.ts';

/** Pending copies of rooms at a time, since each room is in memory twice then. */
const MOST = 64;

/** Caches the pending state of rooms that are being written; made from the room when needed. */
export class PendingRooms {
  private readonly queued: (room: string) => readonly Uint8Array[];
  /** In the order of last use. */
  private readonly all = new Map<string, { readonly room: Y.Doc; readonly pending: PendingRoom }>();

  /** `queued`: admitted updates that the room itself lacks, since they are not applied yet. */
  constructor(queued: (room: string) => readonly Uint8Array[]) {
    this.queued = queued;
  }

  of(name: string, room: Y.Doc): PendingRoom {
    const known = this.all.get(name);
    const holds = known?.room === room && !known.pending.isBroken;
    const pending = holds ? known.pending : new PendingRoom(room, this.queued(name));
    this.all.delete(name);
    this.all.set(name, { room, pending });
    if (this.all.size > MOST) this.drop(this.all.keys().next().value ?? name);
    return pending;
  }

  drop(name: string): void {
    this.all.get(name)?.pending.destroy();
    this.all.delete(name);
  }
}
