import type * as Y from 'yjs';
import { PendingRoom } from '../admission/pending-room.ts';

/** Rooms that are kept ahead at a time: each is held twice then. */
const MOST = 64;

/** The rooms that are written, each with what is let in and not committed yet. Made from the room where it is needed. */
export class PendingRooms {
  private readonly queued: (room: string) => readonly Uint8Array[];
  /** In the order of their last use. */
  private readonly all = new Map<string, { readonly room: Y.Doc; readonly ahead: PendingRoom }>();

  /** `queued`: what is let in and not applied yet, so that the room itself lacks it. */
  constructor(queued: (room: string) => readonly Uint8Array[]) {
    this.queued = queued;
  }

  of(name: string, room: Y.Doc): PendingRoom {
    const known = this.all.get(name);
    const holds = known?.room === room && !known.ahead.isBroken;
    const ahead = holds ? known.ahead : new PendingRoom(room, this.queued(name));
    this.all.delete(name);
    this.all.set(name, { room, ahead });
    if (this.all.size > MOST) this.drop(this.all.keys().next().value ?? name);
    return ahead;
  }

  drop(name: string): void {
    this.all.get(name)?.ahead.destroy();
    this.all.delete(name);
  }
}
