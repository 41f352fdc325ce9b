import type { DirectConnection, Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { RANGE } from '../../workspace/room.ts';
import type { Change } from '../admission/admit.ts';
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
 * Writes changes into a copy, logs what came of it, and only then shows it in the room. `kept`: what of it goes into the
 * room's history. `clientFor`: under which client id a key is written, where each has its own.
 */
export async function writeAhead(
  { log, now }: Pick<HubWriting, 'log' | 'now'>,
  document: Document,
  ahead: Y.Doc,
  changes: readonly Change[],
  kept: readonly Change[],
  clientFor?: (root: string, key: string) => number,
): Promise<void> {
  const before = Y.encodeStateVector(ahead);
  ahead.transact(() => {
    for (const { root, key, value } of changes) {
      if (clientFor) ahead.clientID = clientFor(root, key);
      if (value === undefined) ahead.getMap(root).delete(key);
      else ahead.getMap(root).set(key, value);
    }
  });
  const bytes = Y.encodeStateAsUpdate(ahead, before);
  const entry = { room: document.name, ...HUB, at: now(), bytes, changes: kept };
  await log.append(entry, () => Y.applyUpdate(document, bytes, { source: 'local' }));
}

/**
 * A room that the hub alone writes. What it writes is logged before anybody sees it: a colleague who held a thing that
 * the log lost would send it back for ever and be refused.
 */
export class HubRoom {
  private readonly writing: HubWriting;
  private readonly connection: DirectConnection;
  private readonly document: Document;
  private readonly past: boolean;
  /** What is written, ahead of what is committed and shown. */
  private readonly ahead = new Y.Doc();

  private constructor(writing: HubWriting, connection: DirectConnection, document: Document, past: boolean) {
    this.writing = writing;
    this.past = past;
    this.connection = connection;
    this.document = document;
    this.ahead.clientID = writing.clientId;
    Y.applyUpdate(this.ahead, Y.encodeStateAsUpdate(this.document));
  }

  /**
   * Opens a room and keeps it open, so that what is written reaches everybody who is there. `past`: whether what stood
   * there before is kept.
   */
  static async open(name: string, writing: HubWriting, { past = true } = {}): Promise<HubRoom> {
    const connection = await writing.server.openDirectConnection(name);
    if (!connection.document) throw new Error(`the room ${name} did not open`);
    return new HubRoom(writing, connection, connection.document, past);
  }

  values(root: string): Record<string, unknown> {
    return this.ahead.getMap(root).toJSON();
  }

  /** Makes a root hold exactly what is given, by id; what is there already is not written again. */
  async hold(root: string, items: Readonly<Record<string, unknown>>): Promise<void> {
    const changed = this.changes(root, items);
    if (changed.length === 0) return;
    const changes = changed.map((one) => ({ root, ...one }));
    if (this.past) await writeAhead(this.writing, this.document, this.ahead, changes, changes);
    else await writeAhead(this.writing, this.document, this.ahead, changes, [], this.clientFor);
  }

  /**
   * The client id of a key. What is written over leaves a trace, and Yjs joins the traces of one client that follow on one
   * another (Item.mergeWith): with an id for each key, a figure that changes a million times leaves one. An id goes on over
   * restarts: what the room shows was logged first, so no number of it was ever seen and lost.
   */
  private readonly clientFor = (root: string, key: string): number => {
    const client = this.ahead.getMap(root)._map.get(key)?.id.client ?? 0;
    if (client >= FIRST_OF_KEYS) return client;
    const ids = [...this.ahead.store.clients.keys()].filter((id) => id >= FIRST_OF_KEYS);
    return Math.max(FIRST_OF_KEYS - 1, ...ids) + 1;
  };

  private changes(
    root: string,
    items: Readonly<Record<string, unknown>>,
  ): { key: string; value?: unknown }[] {
    const held = this.values(root);
    const isNew = ([key, value]: [string, unknown]) => JSON.stringify(held[key]) !== JSON.stringify(value);
    const written = Object.entries(items).filter(isNew);
    const gone = Object.keys(held).filter((key) => !(key in items));
    return [...written.map(([key, value]) => ({ key, value })), ...gone.map((key) => ({ key }))];
  }

  async close(): Promise<void> {
    await this.connection.disconnect();
    this.ahead.destroy();
  }
}
