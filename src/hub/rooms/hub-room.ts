import type { DirectConnection, Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { RoomLog } from '../store/log.ts';

/** What the hub's writing needs. */
export interface HubWriting {
  readonly server: Hocuspocus<never>;
  readonly log: RoomLog;
  /** A client id of the hub's own range, never used before. */
  readonly clientId: number;
  readonly now: () => number;
}

/** The member and the device under whom the hub's own rows stand. */
export const HUB = { member: 'hub', device: 0 } as const;

/**
 * A room that the hub alone writes. What it writes is logged before anybody sees it: a colleague who held a thing that
 * the log lost would send it back for ever and be refused.
 */
export class HubRoom {
  private readonly name: string;
  private readonly writing: HubWriting;
  private readonly connection: DirectConnection;
  private readonly document: Document;
  /** What is written, ahead of what is committed and shown. */
  private readonly ahead = new Y.Doc();

  private constructor(name: string, writing: HubWriting, connection: DirectConnection, document: Document) {
    this.name = name;
    this.writing = writing;
    this.connection = connection;
    this.document = document;
    this.ahead.clientID = writing.clientId;
    Y.applyUpdate(this.ahead, Y.encodeStateAsUpdate(this.document));
  }

  /** Opens a room and keeps it open, so that what is written reaches everybody who is there. */
  static async open(name: string, writing: HubWriting): Promise<HubRoom> {
    const connection = await writing.server.openDirectConnection(name);
    if (!connection.document) throw new Error(`the room ${name} did not open`);
    return new HubRoom(name, writing, connection, connection.document);
  }

  values(root: string): Record<string, unknown> {
    return this.ahead.getMap(root).toJSON();
  }

  /** Makes a root hold exactly what is given, by id; what is there already is not written again. */
  async hold(root: string, items: Readonly<Record<string, unknown>>): Promise<void> {
    const before = Y.encodeStateVector(this.ahead);
    const changed = this.changes(root, items);
    if (changed.length === 0) return;
    const map = this.ahead.getMap<unknown>(root);
    this.ahead.transact(() => {
      for (const { key, value } of changed) {
        if (value === undefined) map.delete(key);
        else map.set(key, value);
      }
    });
    const bytes = Y.encodeStateAsUpdate(this.ahead, before);
    const { document } = this;
    const changes = changed.map((one) => ({ root, ...one }));
    const entry = { room: this.name, ...HUB, at: this.writing.now(), bytes, changes };
    await this.writing.log.append(entry, () => Y.applyUpdate(document, bytes, { source: 'local' }));
  }

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
