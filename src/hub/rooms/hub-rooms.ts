import type { Hocuspocus } from '@hocuspocus/server';
import type { Kysely } from 'kysely';
import { type Room, type RoomDeclaration, roomNamed, type Who } from '../../workspace/room.ts';
import type { RoomLog } from '../store/log.ts';
import type { Tables } from '../store/tables.ts';
import { followDevice, unloadRooms } from '../sync/sync.ts';
import { HubRoom, type HubWriting } from './hub-room.ts';

interface HubRoomsParts {
  readonly db: Kysely<Tables>;
  readonly declared: readonly RoomDeclaration[];
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  readonly now: () => number;
  /** A fresh client id of the hub's own range. */
  readonly clientId: number;
}

/** The hub's access to its rooms: their declarations, their content, and its own writing. */
export class HubRooms {
  readonly declared: readonly RoomDeclaration[];
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  /** The client id and services of the hub's own writing since the start. */
  readonly writing: HubWriting;
  private readonly db: Kysely<Tables>;
  private readonly opened: HubRoom[] = [];

  constructor({ db, declared, server, log, now, clientId }: HubRoomsParts) {
    this.db = db;
    this.declared = declared;
    this.server = server;
    this.log = log;
    this.writing = { server, log, clientId, now };
  }

  /** The room of a name; null if no declared kind matches. */
  named(name: string): Room | null {
    return roomNamed(this.declared, name);
  }

  /** Kinds of rooms that only their owner reads. */
  get ownedKinds(): readonly string[] {
    return this.declared.filter(({ reads }) => reads === 'owner').map(({ kind }) => kind);
  }

  /** Opens a room that only the hub writes. `past`: whether it has a history. */
  async open(name: string, { past = true } = {}): Promise<HubRoom> {
    const room = await HubRoom.open(name, this.writing, { past });
    this.opened.push(room);
    return room;
  }

  /** The items of a root of a room, whether the room is loaded or not. */
  async values(name: string, root: string): Promise<Record<string, unknown>> {
    const open = this.server.documents.get(name);
    if (open) return open.getMap(root).toJSON();
    const read = await this.log.read(name);
    const values = read.getMap(root).toJSON();
    read.destroy();
    return values;
  }

  /** All rooms that were ever written; those without a history are only in the log. */
  async all(): Promise<readonly Room[]> {
    const rows = await this.db
      .selectFrom('version')
      .select('room')
      .union(this.db.selectFrom('log').select('room'))
      .union(this.db.selectFrom('snapshot').select('room'))
      .execute();
    return rows.flatMap(({ room }) => this.named(room) ?? []);
  }

  /** Closes those of a device's rooms that its member may no longer read; null: all of them. */
  follow(device: number, who: Who | null): void {
    followDevice(this.server, this.declared, device, who);
  }

  /** Closes the hub's own rooms. */
  async close(): Promise<void> {
    for (const room of this.opened.splice(0)) await room.close();
  }

  unload(): Promise<void> {
    return unloadRooms(this.server);
  }
}
