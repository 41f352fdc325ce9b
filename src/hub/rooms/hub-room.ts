import type { DirectConnection, Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { own } from '../../workspace/named.ts';
import { RANGE } from '../../workspace/room.ts';
import type { ItemChange } from '../admission/admit.ts';
import type { PendingRoom } from '../admission/pending-room.ts';
import type { RoomLog } from '../store/log.ts';

/** What the hub needs to write into rooms. */
export interface HubWriting {
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  /** A fresh client id of the hub's own range. */
  readonly clientId: number;
  readonly now: () => number;
}

/** Client ids of the hub's range from here on are for single keys; those below are for its sessions. */
const FIRST_OF_KEYS = RANGE / 2;

/** The member and device of rows that the hub writes itself. */
export const HUB = { member: 'hub', device: 0 } as const;

/**
 * Writes the hub's own changes: they are logged before they are shown in the room. `past`: whether they go into its history.
 */
export async function writeOwn(
  { log, now }: Pick<HubWriting, 'log' | 'now'>,
  document: Document,
  changes: readonly ItemChange[],
  clientFor: (root: string, key: string) => number,
  past: boolean,
): Promise<void> {
  const written = log.pendingRoom(document.name, document).change(changes, clientFor);
  if (!written) return;
  const { bytes } = written;
  const entry = { room: document.name, ...HUB, at: now(), bytes, changes: past ? written.changes : [] };
  await log.append(entry, () => Y.applyUpdate(document, bytes, { source: 'local' }));
}

/**
 * A room that only the hub writes. A change is logged before anybody sees it: a device with an item that the log lost would
 * try to send it back forever and be refused.
 */
export class HubRoom {
  private readonly writing: HubWriting;
  private readonly connection: DirectConnection;
  private readonly document: Document;
  private readonly past: boolean;

  private constructor(writing: HubWriting, connection: DirectConnection, document: Document, past: boolean) {
    this.writing = writing;
    this.past = past;
    this.connection = connection;
    this.document = document;
  }

  /** The room with changes that are not shown yet. */
  private get pending(): PendingRoom {
    return this.writing.log.pendingRoom(this.document.name, this.document);
  }

  /**
   * Opens a room and keeps it open, so that changes reach all connected members. `past`: whether it has a history.
   */
  static async open(name: string, writing: HubWriting, { past = true } = {}): Promise<HubRoom> {
    const connection = await writing.server.openDirectConnection(name);
    if (!connection.document) throw new Error(`the room ${name} did not open`);
    return new HubRoom(writing, connection, connection.document, past);
  }

  values(root: string): Record<string, unknown> {
    return this.pending.values(root);
  }

  /** Replaces the items of a root; unchanged ones are not written again. */
  async replaceRoot(root: string, items: Readonly<Record<string, unknown>>): Promise<void> {
    const changed = this.changes(root, items);
    if (changed.length === 0) return;
    const changes = changed.map((one) => ({ root, ...one }));
    const clientFor = this.past ? () => this.writing.clientId : this.clientFor;
    await writeOwn(this.writing, this.document, changes, clientFor, this.past);
  }

  /**
   * The client id of a key. An overwritten value leaves a tombstone, and Yjs merges adjacent tombstones of one client
   * (Item.mergeWith): with a client id per key, a figure that changes a million times leaves one. The id is reused after a
   * restart, which is safe since changes are logged before they are shown, so no clock was ever seen and then lost.
   */
  private readonly clientFor = (root: string, key: string): number => {
    const client = this.pending.clientOf(root, key);
    if (client >= FIRST_OF_KEYS) return client;
    const ids = [...this.pending.clients].filter((id) => id >= FIRST_OF_KEYS);
    return Math.max(FIRST_OF_KEYS - 1, ...ids) + 1;
  };

  private changes(
    root: string,
    items: Readonly<Record<string, unknown>>,
  ): { key: string; value?: unknown }[] {
    const current = this.values(root);
    const isNew = ([key, value]: [string, unknown]) =>
      JSON.stringify(own(current, key)) !== JSON.stringify(value);
    const written = Object.entries(items).filter(isNew);
    const gone = Object.keys(current).filter((key) => !Object.hasOwn(items, key));
    return [...written.map(([key, value]) => ({ key, value })), ...gone.map((key) => ({ key }))];
  }

  async close(): Promise<void> {
    await this.connection.disconnect();
  }
}
