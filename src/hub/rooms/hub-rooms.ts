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
  /** A client id of the hub's own range, never used before. */
  readonly clientId: number;
}

/** The rooms of a hub: which there are, what stands in them, and how the hub itself writes. */
export class HubRooms {
  readonly declared: readonly RoomDeclaration[];
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  /** How the hub writes since it started. */
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

  /** The room of that name; null where no declared kind has such a name. */
  named(name: string): Room | null {
    return roomNamed(this.declared, name);
  }

  /** Kinds of rooms that their owner alone reads. */
  get ownedKinds(): readonly string[] {
    return this.declared.filter(({ reads }) => reads === 'owner').map(({ kind }) => kind);
  }

  /** Opens a room that the hub alone writes. `past`: whether what stood there before stays in its history. */
  async open(name: string, { past = true } = {}): Promise<HubRoom> {
    const room = await HubRoom.open(name, this.writing, { past });
    this.opened.push(room);
    return room;
  }

  /** What stands under a root of a room, loaded or not. */
  async values(name: string, root: string): Promise<Record<string, unknown>> {
    const open = this.server.documents.get(name);
    if (open) return open.getMap(root).toJSON();
    const read = await this.log.read(name);
    const values = read.getMap(root).toJSON();
    read.destroy();
    return values;
  }

  /** Every room that was ever written; those without a past stand in the log alone. */
  async all(): Promise<readonly Room[]> {
    const rows = await this.db
      .selectFrom('version')
      .select('room')
      .union(this.db.selectFrom('log').select('room'))
      .union(this.db.selectFrom('snapshot').select('room'))
      .execute();
    return rows.flatMap(({ room }) => this.named(room) ?? []);
  }

  /** A device's open rooms follow what its member may now; null: nothing any more. */
  follow(device: number, who: Who | null): void {
    followDevice(this.server, this.declared, device, who);
  }

  /** Leaves the rooms that the hub writes. */
  async close(): Promise<void> {
    for (const room of this.opened.splice(0)) await room.close();
  }

  unload(): Promise<void> {
    return unloadRooms(this.server);
  }
}
