import type { DirectConnection, Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { own } from '../../workspace/named.ts';
import { RANGE } from '../../workspace/room.ts';
import type { Change } from '../admission/admit.ts';
import type { PendingRoom } from '../admission/pending-room.ts';
import type { RoomLog } from '../store/log.ts';

/** What the hub's writing needs. */
export interface HubWriting {
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  /** A client id of the hub's own range, never used before. */
  readonly clientId: number;
  readonly now: () => number;
}

/** Ids of the hub's own range from here on are of single keys; those below are of its starts. */
const FIRST_OF_KEYS = RANGE / 2;

/** The member and the device under whom the hub's own rows stand. */
export const HUB = { member: 'hub', device: 0 } as const;

/**
 * Writes changes of the hub's own: they are logged, and only then shown in the room. `past`: whether they go into the room's
 * history.
 */
export async function writeOwn(
  { log, now }: Pick<HubWriting, 'log' | 'now'>,
  document: Document,
  changes: readonly Change[],
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

  /** The room with what is written and not shown yet. */
  private get ahead(): PendingRoom {
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
    return this.ahead.values(root);
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
   * The client id of a key. What is written over leaves a trace, and Yjs joins the traces of one client that follow on one
   * another (Item.mergeWith): with an id for each key, a figure that changes a million times leaves one. An id goes on over
   * restarts: what the room shows was logged first, so no number of it was ever seen and lost.
   */
  private readonly clientFor = (root: string, key: string): number => {
    const client = this.ahead.clientOf(root, key);
    if (client >= FIRST_OF_KEYS) return client;
    const ids = [...this.ahead.clients].filter((id) => id >= FIRST_OF_KEYS);
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
