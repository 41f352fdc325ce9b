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
import type { ItemChange } from '../admission/admit.ts';
import type { Refusal } from '../admission/refusal.ts';
import { RateLimits } from '../http/rate-limits.ts';
import type { RoomLog } from '../store/log.ts';
import type { WritingDevice } from '../store/row-scheduler.ts';
import { turn } from '../turn.ts';
import { flushSameKeys } from './broadcast-each.ts';
import { FullStateCache, firstStepFor } from './full-state-cache.ts';
import { IdleRooms } from './idle-rooms.ts';
import { LoadBudget } from './load-budget.ts';
import { firstNumberOf, takeFullStateRequest } from './message-filter.ts';
import type { MonthlyBytes } from './monthly-bytes.ts';
import { OpenRooms, type Seat } from './open-rooms.ts';
import { SocketWriter } from './socket-writer.ts';
import { StartedParts } from './started-parts.ts';
import { TimeBudget } from './time-budget.ts';

const BYTES = 1 << 20;
/** First sync steps: twenty bytes are answered with a whole room, so they have a limit of their own. */
const STEPS = { most: 300, perSecond: 2 };
/** Bytes of updates that one device may send, far above what a person writes. */
const WRITTEN = { most: 32 << 20, perSecond: 256 << 10 };
/** Processing time that one device may take, ms: a fifth of the hub's in the long run. */
const WORK = { most: 5000, perSecond: 200 };
/** Client ids in a device's state vector that the room may lack: sessions whose edits it has not sent yet. */
const UNSENT_CLIENTS = 2000;
/** What a client may send before it is authenticated, bytes: a state vector for each room that it opens. */
const BEFORE_KNOWN = 2 << 20;
/** An empty state vector. */
const NOTHING = Uint8Array.of(0);
/** Updates of one turn are merged into one message up to this size, since merging costs more the more there are. */
const JOINED = 128 << 10;

/** What the sync server needs. Both lookups are synchronous and current. */
export interface Parts {
  readonly rooms: readonly RoomDeclaration[];
  readonly log: RoomLog;
  readonly deviceOf: (token: string) => number | null;
  readonly whoOf: (device: number) => Who | null;
  readonly now: () => number;
  /** The monthly quota of each member. */
  readonly quota?: MonthlyBytes;
  /** How long an abandoned room stays loaded, ms. */
  readonly rest?: number | undefined;
  /** Called for each refusal, for the hub's log. */
  readonly refused?: (reason: string, room: string) => void;
  /** Called when a row of a room was committed and applied. */
  readonly written?: (room: Room, writer: WritingDevice, changes: readonly ItemChange[]) => void;
}

interface Context {
  readonly device: number;
  /** What the device was charged in advance for the loading of this room, ms. */
  readonly reserved: number;
  /** Identifies this room among the device's open ones. */
  readonly seat: Seat;
  /** Marks the connection as signed in. */
  readonly authenticated?: (device: number) => void;
}

type SyncMessage = beforeSyncPayload<Context>;
/** A request for a room, with the client's state vector. */
type SyncRequest = Pick<
  SyncMessage,
  'connection' | 'context' | 'document' | 'documentName' | 'payload' | 'type'
>;

interface Budgets {
  readonly steps: RateLimits;
  readonly written: RateLimits;
  readonly work: TimeBudget;
}

/** Closes one room of one device; the reason is sent to the device. */
class ClosedError extends Error {
  readonly code = 4403;
  readonly reason: string;
  constructor(reason: Refusal | 'removed' | 'room' | 'rate') {
    super(reason);
    this.reason = reason;
    // The sync server prints it on standard error, where a whole stack for each would be a flood of its own.
    this.stack = `${this.name}: ${reason}`;
  }
}

/** The sync server of the rooms. An update is admitted, logged and applied before it is acknowledged. */
export function syncServer(parts: Parts): Hocuspocus<Context> {
  const { now } = parts;
  const budgets: Budgets = {
    steps: new RateLimits(STEPS, now),
    written: new RateLimits(WRITTEN, now),
    work: new TimeBudget(WORK, now),
  };
  const isHere = (room: string) => server.documents.has(room) || server.loadingDocuments.has(room);
  const loading = new LoadBudget(budgets.work, isHere);
  const open = new OpenRooms();
  const begun = new StartedParts(parts.log, (room) => server.documents.get(room));
  const answers = new WeakMap<object, number>();
  const whole = new FullStateCache();
  const resting = new IdleRooms({
    unload: (document) => server.unloadDocument(document),
    isLoaded: (document) => server.documents.get(document.name) === document,
    isOwned: (room) => roomNamed(parts.rooms, room)?.owner !== undefined,
    ms: parts.rest,
  });
  /** Reports refusals. */
  const noted = async (room: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof ClosedError) parts.refused?.(error.reason, room);
      throw error;
    }
  };
  const server: Hocuspocus<Context> = new Hocuspocus<Context>({
    quiet: true,
    maxUnauthenticatedQueueSize: BEFORE_KNOWN,
    flushMaxBytes: JOINED,
    // Write rights are checked in `letIn`, before Hocuspocus looks at an update; for Hocuspocus every connection may write.
    onAuthenticate: async ({ token, documentName, context }) => {
      const device = parts.deviceOf(token);
      const who = device === null ? null : parts.whoOf(device);
      const room = roomOf(parts, documentName);
      if (device === null || !who || !room || !mayRead(room, who)) throw new ClosedError('room');
      context.authenticated?.(device);
      const reserved = loading.reserve(device, documentName);
      const seat = reserved === null ? null : open.enter(device, isHere(documentName));
      if (reserved === null || !seat) {
        parts.refused?.('rate', documentName);
        throw new ClosedError('rate');
      }
      return { device, reserved, seat };
    },
    // The room was loaded since `onAuthenticate`, and `followDevice` missed this connection if its member was removed
    // meanwhile.
    connected: async ({ connection }) => {
      resting.entered(connection.document);
      const who = parts.whoOf(connection.context.device);
      followConnection(connection, parts.rooms, who);
    },
    onTokenSync: async ({ token, context }) => {
      if (parts.deviceOf(token) !== context.device) throw new ClosedError('removed');
    },
    onLoadDocument: async ({ documentName, document, context }) => {
      const loaded = parts.log.load(documentName, document);
      if (context?.device !== undefined) {
        const { device, reserved, seat } = context;
        // `onDisconnect` does not come for a room that failed to load.
        const { ms } = await loaded.catch((error: unknown) => {
          open.leave(device, seat);
          throw error;
        });
        loading.loaded(device, documentName, { reserved, ms });
        if (document.store.clients.size === 0) open.loadedEmpty(documentName);
      }
      const { bytes } = await loaded;
      resting.watch(document, bytes);
    },
    // Requests for a whole room are answered from the cache; the library would encode it for each client.
    beforeHandleMessage: async ({ connection, context, document, documentName, update }) => {
      if (!takeFullStateRequest(update)) return;
      const asking = { connection, context, document, documentName, payload: NOTHING, type: 0 };
      await noted(documentName, () => asksForRoom(parts, budgets, asking));
      connection.send(firstStepFor(document));
      connection.send(budgets.work.do(context.device, () => whole.of(document)));
    },
    beforeSync: async (sent) => {
      await noted(sent.documentName, () => letIn(parts, budgets, begun, sent));
      if (sent.type === 0) answers.set(sent.connection, performance.now());
    },
    // Since `beforeSync` the library encoded the missing part of the room: charge that time.
    afterHandleMessage: async ({ connection, context }) => {
      const began = answers.get(connection);
      answers.delete(connection);
      if (began !== undefined) budgets.work.spend(context.device, performance.now() - began);
    },
    // A client could send anybody's state, so presence comes from the hub's own connections only.
    beforeHandleAwareness: async ({ states }) => states.clear(),
    beforeUnloadDocument: async ({ documentName, document }) => {
      if (parts.log.isBusy(documentName)) throw new Error('rows are admitted and not yet applied');
      // Without a message, which would be printed on standard error.
      if (resting.staysLoaded(document)) throw new Error();
    },
    onDisconnect: async ({ context }) => {
      if (context?.device !== undefined) open.leave(context.device, context.seat);
    },
    onChange: async ({ documentName }) => open.filled(documentName),
    afterUnloadDocument: async ({ documentName }) => {
      parts.log.unloaded(documentName);
      open.filled(documentName);
    },
    onStoreDocument: async ({ documentName, document }) => {
      await parts.log.compact(documentName, document);
    },
    onDestroy: async () => {
      resting.close();
      await unloadAll(server);
    },
  });
  return server;
}

/** Stores and unloads every room, for a clean stop: their timers would keep the process running. */
export async function unloadRooms(server: Hocuspocus<never>): Promise<void> {
  await server.hooks('onDestroy', { instance: server });
}

async function unloadAll(server: Hocuspocus<Context>): Promise<void> {
  server.flushPendingStores();
  for (const document of [...server.documents.values()]) {
    await document.saveMutex.waitForUnlock();
    await turn();
    await server.unloadDocument(document);
  }
}

function roomOf(parts: Parts, name: string): Room | null {
  const room = roomNamed(parts.rooms, name);
  return room && isOpened(room, parts.now()) ? room : null;
}

/**
 * Admits an update. Membership is checked in the same turn that queues the row; once queued, the row is applied in any case.
 */
async function letIn(parts: Parts, budgets: Budgets, begun: StartedParts, sent: SyncMessage): Promise<void> {
  const { connection, document, documentName, payload, context, type } = sent;
  if (type === 0) return asksForRoom(parts, budgets, sent);
  const sender = whoIsIn(parts, sent);
  if (!mayAsk(budgets, sent)) throw new ClosedError('rate');
  if (!mayWrite(sender.room, sender.who)) return leftOut(type, payload);
  // An update without content starts no part.
  if (payload[0] !== 0 && !begun.isKnown(document)) {
    const spent = (ms: number) => budgets.work.spend(context.device, ms);
    if (!(await begun.has(document, spent))) throw new ClosedError('part');
  }
  const { quota } = parts;
  if (quota && !quota.isKnown(sender.who.member)) await quota.load(sender.who.member);
  // Time may have passed since the first check.
  const { who, room } = whoIsIn(parts, sent);
  if (!mayWrite(room, who)) return leftOut(type, payload);
  // Every client without edits of its own sends an empty update when it opens a room; no copy of the room is needed to judge
  // it.
  if (isNothing(payload)) return parts.log.whenCommitted(documentName);
  // Pure deletions are let in beyond the quota, since they make room.
  if (payload[0] !== 0 && quota?.isSpent(who.member)) throw new ClosedError('quota');
  const others = room.declaration.writes !== 'owner';
  const { roots } = room.declaration;
  const terms = { roots: [...roots.keys()], isItem: isItemIn(roots), others, bytes: BYTES };
  const judged = budgets.work.do(context.device, () =>
    parts.log.pendingRoom(documentName, document).admit(payload, context.device, terms),
  );
  if (!judged.ok) throw new ClosedError(judged.reason);
  emptied(payload);
  // The room knows it already, but perhaps not committed: the acknowledgement waits for that.
  if (!judged.written) return parts.log.whenCommitted(documentName);
  const { bytes, changes } = judged.written;
  const takeBack = quota?.reserve(who.member, bytes.byteLength);
  const writer = { member: who.member, device: context.device };
  const from = { room: documentName, ...writer, at: parts.now() };
  try {
    await parts.log.append({ ...from, bytes, changes }, () => {
      flushSameKeys(document, changes);
      applied(document, bytes, connection);
    });
  } catch (error) {
    takeBack?.();
    throw error;
  }
  parts.written?.(room, writer, changes);
}

/** Whether a value is an item of a root, by the schema that its owner declared. */
const isItemIn =
  (roots: RoomDeclaration['roots']) =>
  (root: string, value: unknown): boolean =>
    roots.get(root)?.safeParse(value).success ?? false;

function mayAsk(
  { steps, written, work }: Budgets,
  { context: { device }, type, payload }: SyncRequest,
): boolean {
  if (work.isSpent(device)) return false;
  return type === 0 ? steps.take(`${device}`) : written.take(`${device}`, payload.byteLength);
}

/** The sender and the room, as the rows say at this moment. */
function whoIsIn(parts: Parts, sent: SyncRequest): { who: Who; room: Room } {
  const who = parts.whoOf(sent.context.device);
  const room = roomOf(parts, sent.documentName);
  if (!who || !room || !mayRead(room, who) || !sent.document.hasConnection(sent.connection))
    throw new ClosedError('removed');
  return { who, room };
}

/**
 * Checks a request for a room's content: its state vector has to be plausible, and the reader has to have taken the last
 * answer.
 */
async function asksForRoom(parts: Parts, budgets: Budgets, sent: SyncRequest): Promise<void> {
  const { connection, document, payload } = sent;
  whoIsIn(parts, sent);
  if (!mayAsk(budgets, sent)) throw new ClosedError('rate');
  if (firstNumberOf(payload) > document.store.clients.size + UNSENT_CLIENTS)
    throw new ClosedError('malformed');
  const line: unknown = connection.webSocket;
  if (line instanceof SocketWriter) await line.turn();
  whoIsIn(parts, sent);
}

/**
 * Handles an update from a device that may not write, without decoding it. Every device sends its deletions in reply to the
 * hub's first step, and those are ignored; the first number shows whether it has edits that the room lacks.
 */
function leftOut(type: number, payload: Uint8Array): void {
  if (type !== 1 || payload[0] !== 0) throw new ClosedError('reader');
  emptied(payload);
}

/** Whether an update holds neither content nor deletions. */
const isNothing = ({ byteLength, 0: structs, 1: deletes }: Uint8Array) =>
  byteLength === 2 && structs === 0 && deletes === 0;

/** Overwrites a payload with an empty update, since Hocuspocus applies it after this hook. */
function emptied(payload: Uint8Array): void {
  if (payload.byteLength < 2) throw new ClosedError('malformed');
  payload.fill(0);
}

function applied(document: Document, bytes: Uint8Array, connection: Connection<Context>): void {
  Y.applyUpdate(document, bytes, { source: 'connection', connection });
}

/**
 * Closes those of a device's open rooms that its member may no longer read; all of them if `who` is null, since an open
 * socket outlives its token.
 */
export function followDevice(
  server: Hocuspocus<Context>,
  rooms: readonly RoomDeclaration[],
  device: number,
  who: Who | null,
): void {
  for (const connection of connectionsOf(server, device)) followConnection(connection, rooms, who);
}

function followConnection(
  connection: Connection<Context>,
  rooms: readonly RoomDeclaration[],
  who: Who | null,
): void {
  const room = roomNamed(rooms, connection.document.name);
  if (!who || !room || !mayRead(room, who)) connection.close({ code: 4403, reason: 'removed' });
}

function connectionsOf(server: Hocuspocus<Context>, device: number): Connection<Context>[] {
  const open = [...server.documents.values()].flatMap((document) => document.getConnections());
  return open.filter((connection) => connection.context.device === device);
}
