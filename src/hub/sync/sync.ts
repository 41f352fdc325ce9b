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
import type { Change } from '../admission/admit.ts';
import type { Refusal } from '../admission/refusal.ts';
import { RateLimits } from '../http/rate-limits.ts';
import type { RoomLog } from '../store/log.ts';
import type { Writer } from '../store/row-scheduler.ts';
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
/** A first step of twenty bytes is answered with the whole room, so it is budgeted by what it costs. */
const STEPS = { most: 300, perSecond: 2 };
/** Bytes of updates that one device may send: a person's own writing is far below. */
const WRITTEN = { most: 32 << 20, perSecond: 256 << 10 };
/** The hub's own time that one device may take, ms: a fifth of it in the long run. */
const WORK = { most: 5000, perSecond: 200 };
/** Clients that a device may have, and a room not: what it wrote and has not sent. */
const UNSENT_CLIENTS = 2000;
/** What somebody may send before it is known who they are: what they have, of each room that they open. */
const BEFORE_KNOWN = 2 << 20;
/** What somebody has who has nothing of a room. */
const NOTHING = Uint8Array.of(0);
/** What is new in one turn is joined into one message up to here: what joins them takes longer the more they are. */
const JOINED = 128 << 10;

/** What the sync server is handed. Both look-ups are of this moment and need no waiting. */
export interface Parts {
  readonly rooms: readonly RoomDeclaration[];
  readonly log: RoomLog;
  readonly deviceOf: (token: string) => number | null;
  readonly whoOf: (device: number) => Who | null;
  readonly now: () => number;
  /** What each member may write in a month. */
  readonly quota?: MonthlyBytes;
  /** How long a room stays loaded that everybody has left, ms. */
  readonly rest?: number | undefined;
  /** Told of each refusal, for the hub's log. */
  readonly refused?: (reason: string, room: string) => void;
  /** Told when a row of a room is committed and applied, and what changed by whom. */
  readonly written?: (room: string, writer: Writer, changes: readonly Change[]) => void;
}

interface Context {
  readonly device: number;
  /** What was taken of the device's share of the hub's time for the loading of this room, ms. */
  readonly reserved: number;
  /** What this room is counted by among those that the device has open. */
  readonly seat: Seat;
  /** Tells whom a connection's device proved itself over. */
  readonly authenticated?: (device: number) => void;
}

type Sent = beforeSyncPayload<Context>;
/** Whoever asks for a room, with what they say they have. */
type Asking = Pick<Sent, 'connection' | 'context' | 'document' | 'documentName' | 'payload' | 'type'>;

interface Budgets {
  readonly steps: RateLimits;
  readonly written: RateLimits;
  readonly work: TimeBudget;
}

/** Closes one room of one device; the reason is what the device is told. */
class ClosedError extends Error {
  readonly code = 4403;
  readonly reason: string;
  constructor(reason: Refusal | 'removed' | 'room' | 'rate') {
    super(reason);
    this.reason = reason;
    // It is written on standard error by the sync server, where a page of it for each would be one more flood.
    this.stack = `${this.name}: ${reason}`;
  }
}

/** The sync server of the rooms: an update is judged, logged, applied and only then answered. */
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
    ms: parts.rest,
  });
  /** Tells of a refusal. */
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
    // Who may not write is refused here, before Hocuspocus would look at what was sent: to it all may.
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
    // Between the two a room was loaded: who was removed meanwhile stood in no list of those to be closed.
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
        // A room that does not load is left by nobody.
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
    // Who has nothing of a room is answered here: the library would write it down anew for each.
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
    // Between the two a whole room is written down for who asked for it.
    afterHandleMessage: async ({ connection, context }) => {
      const began = answers.get(connection);
      answers.delete(connection);
      if (began !== undefined) budgets.work.spend(context.device, performance.now() - began);
    },
    // A client may send any other's state: presence comes from the hub's connections, never from them.
    beforeHandleAwareness: async ({ states }) => states.clear(),
    beforeUnloadDocument: async ({ documentName, document }) => {
      if (parts.log.isBusy(documentName)) throw new Error('rows are admitted and not yet applied');
      // Without words, which would be written on standard error.
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

/** For a clean stop: all rooms are stored and unloaded, or each would have its timers run on. */
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

/** Membership is judged in the very turn that queues the row; from then on the update is applied whatever happens. */
async function letIn(parts: Parts, budgets: Budgets, begun: StartedParts, sent: Sent): Promise<void> {
  const { connection, document, documentName, payload, context, type } = sent;
  if (type === 0) return asksForRoom(parts, budgets, sent);
  const sender = whoIsIn(parts, sent);
  if (!mayAsk(budgets, sent)) throw new ClosedError('rate');
  if (!mayWrite(sender.room, sender.who)) return leftOut(type, payload);
  // An answer in which there is nothing is written nowhere.
  if (payload[0] !== 0 && !begun.isKnown(document)) {
    const spent = (ms: number) => budgets.work.spend(context.device, ms);
    if (!(await begun.has(document, spent))) throw new ClosedError('part');
  }
  const { quota } = parts;
  if (quota && !quota.isKnown(sender.who.member)) await quota.load(sender.who.member);
  // It may have been waited for: whether they may is looked up again.
  const { who, room } = whoIsIn(parts, sent);
  if (!mayWrite(room, who)) return leftOut(type, payload);
  // Who has nothing answers so, to each room that they open: a copy of it to judge that against would be made for nothing.
  if (isNothing(payload)) return parts.log.whenCommitted(documentName);
  // What only deletes is taken all the same: it makes room.
  if (payload[0] !== 0 && quota?.isSpent(who.member)) throw new ClosedError('quota');
  const others = room.declaration.writes !== 'owner';
  const terms = { roots: [...room.declaration.roots.keys()], others, bytes: BYTES };
  const judged = budgets.work.do(context.device, () =>
    parts.log.pendingRoom(documentName, document).admit(payload, context.device, terms),
  );
  if (!judged.ok) throw new ClosedError(judged.reason);
  emptied(payload);
  // What is known may not be committed yet, and is not answered before.
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
  parts.written?.(documentName, writer, changes);
}

function mayAsk({ steps, written, work }: Budgets, { context: { device }, type, payload }: Asking): boolean {
  if (work.isSpent(device)) return false;
  return type === 0 ? steps.take(`${device}`) : written.take(`${device}`, payload.byteLength);
}

/** Who sends, and into which room, by the rows of this moment. */
function whoIsIn(parts: Parts, sent: Asking): { who: Who; room: Room } {
  const who = parts.whoOf(sent.context.device);
  const room = roomOf(parts, sent.documentName);
  if (!who || !room || !mayRead(room, who) || !sent.document.hasConnection(sent.connection))
    throw new ClosedError('removed');
  return { who, room };
}

/** A whole room is written down only for who has taken the last; what they say they have is of clients that may be. */
async function asksForRoom(parts: Parts, budgets: Budgets, sent: Asking): Promise<void> {
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
 * What comes from somebody who may not write is never decoded. Every device answers with what it has deleted, for which
 * there is no need here; the first number says whether it has anything that the room has not.
 */
function leftOut(type: number, payload: Uint8Array): void {
  if (type !== 1 || payload[0] !== 0) throw new ClosedError('reader');
  emptied(payload);
}

/** Whether an update holds neither content nor deletions. */
const isNothing = ({ byteLength, 0: structs, 1: deletes }: Uint8Array) =>
  byteLength === 2 && structs === 0 && deletes === 0;

/** Hocuspocus applies what is left of a payload: an update in which there is nothing. */
function emptied(payload: Uint8Array): void {
  if (payload.byteLength < 2) throw new ClosedError('malformed');
  payload.fill(0);
}

function applied(document: Document, bytes: Uint8Array, connection: Connection<Context>): void {
  Y.applyUpdate(document, bytes, { source: 'connection', connection });
}

/**
 * A device's open rooms follow what its member may now. Null: it may nothing any more, and all that it has open is closed
 * at once, since an open socket outlives its token.
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
