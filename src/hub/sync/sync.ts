import { type beforeSyncPayload, type Connection, type Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import {
  isOpened,
  mayRead,
  mayWrite,
  type Room,
  type RoomDeclaration,
  roomNamed,
  type Who,
} from '../../workspace/room.ts';
import { admit } from '../admission/admit.ts';
import type { Refusal } from '../admission/refusal.ts';
import type { RoomLog } from '../store/log.ts';

const BYTES = 1 << 20;

/** What the sync server is handed. Both look-ups are of this moment and need no waiting. */
export interface Parts {
  readonly rooms: readonly RoomDeclaration[];
  readonly log: RoomLog;
  readonly deviceOf: (token: string) => number | null;
  readonly whoOf: (device: number) => Who | null;
  readonly now: () => number;
}

interface Context {
  readonly device: number;
}

/** Closes one room of one device; the reason is what the device is told. */
class ClosedError extends Error {
  readonly code = 4403;
  readonly reason: string;
  constructor(reason: Refusal | 'reader' | 'removed' | 'room') {
    super(reason);
    this.reason = reason;
  }
}

/** The sync server of the rooms: an update is judged, logged, applied and only then answered. */
export function syncServer(parts: Parts): Hocuspocus<Context> {
  return new Hocuspocus<Context>({
    quiet: true,
    onAuthenticate: async ({ token, documentName, connectionConfig }) => {
      const device = parts.deviceOf(token);
      const who = device === null ? null : parts.whoOf(device);
      const room = roomOf(parts, documentName);
      if (device === null || !who || !room || !mayRead(room, who)) throw new ClosedError('room');
      connectionConfig.readOnly = !mayWrite(room, who);
      return { device };
    },
    onTokenSync: async ({ token, context }) => {
      if (parts.deviceOf(token) !== context.device) throw new ClosedError('removed');
    },
    onLoadDocument: ({ documentName, document }) => parts.log.load(documentName, document),
    beforeSync: (sent) => letIn(parts, sent),
    // A client may send any other's state: presence comes from the hub's connections, never from them.
    beforeHandleAwareness: async ({ states }) => states.clear(),
    beforeUnloadDocument: async ({ documentName }) => {
      if (parts.log.isBusy(documentName)) throw new Error('rows are admitted and not yet applied');
    },
    onStoreDocument: async ({ documentName, document }) => {
      await parts.log.compact(documentName, document);
    },
  });
}

function roomOf(parts: Parts, name: string): Room | null {
  const room = roomNamed(parts.rooms, name);
  return room && isOpened(room, parts.now()) ? room : null;
}

/** Membership is judged in the very turn that queues the row; from then on the update is applied whatever happens. */
async function letIn(parts: Parts, sent: beforeSyncPayload<Context>): Promise<void> {
  const { connection, document, documentName, payload, context, type } = sent;
  const who = parts.whoOf(context.device);
  const room = roomOf(parts, documentName);
  if (!who || !room || !mayRead(room, who) || !document.hasConnection(connection))
    throw new ClosedError('removed');
  if (type === 0) return;
  const others = room.declaration.writes !== 'owner';
  const judged = admit(payload, document, context.device, {
    roots: room.declaration.roots,
    others,
    bytes: BYTES,
  });
  if (judged.ok && !judged.news) return;
  if (!mayWrite(room, who)) throw new ClosedError('reader');
  if (!judged.ok) throw new ClosedError(judged.reason);
  const { changes } = judged;
  // The socket may use its memory again after this turn.
  const bytes = Uint8Array.from(payload);
  const from = { room: documentName, member: who.member, device: context.device, at: parts.now() };
  await parts.log.append({ ...from, bytes, changes }, () => applied(document, bytes, connection));
}

function applied(document: Document, bytes: Uint8Array, connection: Connection<Context>): void {
  Y.applyUpdate(document, bytes, { source: 'connection', connection });
}

/** Closes all that a device has open, at once: an open socket outlives its token. */
export function closeDevice(server: Hocuspocus<Context>, device: number): void {
  for (const document of server.documents.values())
    for (const connection of document.getConnections())
      if (connection.context.device === device) connection.close({ code: 4403, reason: 'removed' });
}
