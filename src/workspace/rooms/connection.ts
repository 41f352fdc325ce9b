import {
  HocuspocusProviderWebsocket,
  type onAuthenticationFailedParameters,
  type onCloseParameters,
  type onUnsyncedChangesParameters,
} from '@hocuspocus/provider';
import { liveQuery } from 'dexie';
import type { Workspace } from '../open.ts';
import { SerialQueue, SerialQueues } from '../serial-queue.ts';
import { cut, TOGETHER } from './cut.ts';
import { mediaWaiting, sendWaiting } from './media/send.ts';
import { acknowledge, leftToPut, moveTo, refuse, resendAll, roomsWaiting, waitingIn } from './outbox.ts';
import { nextPart, partBefore } from './parts.ts';
import { RoomProvider } from './provider.ts';
import { ROOM_REFUSALS } from './refusals.ts';
import type { Rooms } from './rooms.ts';

/** A session as the team gets it from the hub. */
export interface ConnectionSession {
  readonly token: string;
  /** The hub's store; another one means that it was restored. */
  readonly epoch: string;
}

export interface ConnectionParts {
  readonly workspace: Workspace;
  readonly rooms: Rooms;
  /** The hub's address, `http…` without a slash at the end. */
  readonly address: string;
  /** A session that holds. Null where the hub gives none any more. Throws where it is not there. */
  readonly session: () => Promise<ConnectionSession | null>;
  /** The session is not good any more: a new one is requested. */
  readonly endSession: () => void;
  /** The epoch that the rooms were last in step with, and how it is stored. */
  readonly epoch: () => Promise<string>;
  readonly keepEpoch: (epoch: string) => Promise<void>;
  /** Called when the connection comes up or goes down. */
  readonly changed: (isUp: boolean) => void;
  readonly now: () => number;
}

/**
 * How long until a room that the hub closed is joined again, or media that could not be sent are, ms; twice as long
 * each time, up to a minute.
 */
const AGAIN = 500;
const LONGEST = 60_000;
/** How often it is looked whether what had to wait is due, ms: what was over the month's quota is in the next month. */
const LOOK = 600_000;
/** How long until a hub that was away is looked for again at the most, ms: whoever waits for it sees it come. */
const LONGEST_AWAY = 10_000;
/** Why a hub closes a room that may be joined again. At any other end the connection itself is lost, and reconnects. */
const PASSING = ['removed', 'rate', 'Reset Connection', 'Server closed the connection', 'provider_initiated'];
/** Refusals of too much at once, of which a part may be taken. */
const CUT: readonly string[] = ['oversize', 'full'];
/** What media go by among the rooms that are tried again: no room has this name. */
const MEDIA = '';

/** The connection of one device to its hub; one context has it. */
export class HubConnection {
  private readonly parts: ConnectionParts;
  private socket: HocuspocusProviderWebsocket;
  private readonly providers = new Map<string, RoomProvider>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly tries = new Map<string, number>();
  private readonly meetings = new SerialQueue();
  private sending: Promise<unknown> = Promise.resolve();
  private readonly media: { unsubscribe(): void };
  /** Rooms of whose waiting items one was refused: they are tried one by one. */
  private readonly oneByOne = new Set<string>();
  private readonly notes = new SerialQueues();
  private readonly looking = setInterval(() => void this.putDue(), LOOK);
  private closed = false;

  constructor(parts: ConnectionParts) {
    this.parts = parts;
    this.socket = this.newSocket();
    parts.rooms.follow({
      opened: (room) => this.joinSoon(room),
      dropped: (rooms) => {
        for (const room of rooms) this.leave(room);
      },
    });
    this.media = liveQuery(() => mediaWaiting(parts.workspace)).subscribe({
      next: (hashes) => hashes.length > 0 && this.sendMedia(),
      error: () => undefined,
    });
    // A network that is back is used at once, and not at the next look.
    addEventListener('online', this.online);
    // What waits is looked at again every few minutes.
    this.joinWaiting().catch(() => undefined);
  }

  private readonly online = () => void this.socket.connect();

  /** Sends the pictures and videos that wait. What cannot go now goes when the connection is up again, or with the next. */
  private sendMedia(): void {
    const server = { address: this.parts.address, token: () => this.token().catch(() => '') };
    const send = () => (this.closed ? true : sendWaiting(this.parts.workspace, server).catch(() => false));
    this.sending = this.sending.then(send).then((done) => {
      if (done) this.tries.delete(MEDIA);
      else if (!this.closed) this.tryAgain(MEDIA, () => this.sendMedia());
    });
  }

  /** After a while that grows with every try. */
  private tryAgain(what: string, run: () => void): void {
    const tried = this.tries.get(what) ?? 0;
    this.tries.set(what, tried + 1);
    clearTimeout(this.timers.get(what));
    this.timers.set(what, setTimeout(run, Math.min(LONGEST, AGAIN * 2 ** tried)));
  }

  private newSocket(): HocuspocusProviderWebsocket {
    const url = `${this.parts.address.replace(/^http/, 'ws')}/sync`;
    const socket = new HocuspocusProviderWebsocket({
      url,
      messageReconnectTimeout: 45_000,
      maxDelay: LONGEST_AWAY,
    });
    socket.on('status', ({ status }: { status: string }) => {
      if (socket === this.socket) this.turned(status === 'connected');
    });
    return socket;
  }

  /** A hub that was away may have been started again since, and knows no session of before. */
  private turned(isUp: boolean): void {
    if (isUp) this.sendMedia();
    else this.parts.endSession();
    this.parts.changed(isUp);
  }

  /** Joins rooms that have something to send, though nobody has them open. */
  async joinWaiting(): Promise<void> {
    for (const room of await roomsWaiting(this.parts.workspace, this.parts.now()))
      this.parts.rooms.room(room);
  }

  private async putDue(): Promise<void> {
    const rooms = await roomsWaiting(this.parts.workspace, this.parts.now()).catch(() => []);
    for (const room of rooms) {
      if (this.closed) return;
      this.parts.rooms.room(room);
      if (this.providers.get(room)?.isSynced) this.inTurn(room, () => this.putAgain(room));
    }
  }

  /** Joins a room; one that cannot be read here is tried again. */
  private joinSoon(name: string): void {
    this.join(name).catch(() => {
      if (!this.closed) this.tryAgain(name, () => this.joinSoon(name));
    });
  }

  private async join(name: string): Promise<void> {
    if (this.closed || this.providers.has(name)) return;
    const replica = this.parts.rooms.room(name);
    await replica.ready;
    if (this.closed || this.providers.has(name) || this.parts.rooms.room(name) !== replica) return;
    const configuration = {
      websocketProvider: this.socket,
      name,
      document: replica.doc,
      // The hub takes none, and awareness keys by client id, which changes on the first write.
      awareness: null,
      token: () => this.token(),
      onClose: ({ event }: onCloseParameters) => this.closedBy(name, event.reason),
      onAuthenticationFailed: ({ reason }: onAuthenticationFailedParameters) => {
        if (reason !== 'rate') this.parts.endSession();
        this.later(name);
      },
      onSynced: () => this.tries.delete(name),
      onUnsyncedChanges: ({ number }: onUnsyncedChangesParameters) => {
        if (number === 0) this.acknowledged(name);
      },
    };
    const provider = new RoomProvider(configuration, () =>
      queueMicrotask(() => this.closedBy(name, 'oversize')),
    );
    this.providers.set(name, provider);
    provider.attach();
  }

  /** The token of a session that holds; an empty one is refused by the hub. */
  private async token(): Promise<string> {
    const session = await this.parts.session();
    if (!session) return '';
    await this.meet(session.epoch);
    return session.token;
  }

  /** A restored hub is joined with empty rooms: what this device wrote is put there again, and its copies are set aside. */
  private meet(epoch: string): Promise<void> {
    return this.meetings.run(async () => {
      const known = await this.parts.epoch();
      if (known === epoch) return;
      if (known !== '') {
        await resendAll(this.parts.workspace);
        // First of all, so that an end in between does not start over a second time what is put again by then.
        await this.parts.keepEpoch(epoch);
        // On a socket of its own: what the rooms of before still have under way would close the new ones again.
        const before = this.socket;
        this.socket = this.newSocket();
        this.tries.clear();
        this.parts.rooms.discard([]);
        before.destroy();
      }
      if (known === '') await this.parts.keepEpoch(epoch);
      else await this.joinWaiting();
    });
  }

  private acknowledged(name: string): void {
    const replica = this.parts.rooms.room(name);
    const provider = this.providers.get(name);
    if (provider?.document !== replica.doc) return;
    const { workspace, now } = this.parts;
    const reached = replica.reached();
    this.inTurn(name, async () => {
      await acknowledge(workspace, name, reached, now());
      // Left meanwhile: what this replica holds is not what the hub has.
      if (this.providers.get(name) === provider) await this.putAgain(name);
    });
  }

  private async putAgain(name: string): Promise<void> {
    const { workspace, rooms, now: clock } = this.parts;
    const left = await leftToPut(workspace, rooms.room(name), clock());
    if (left.length === 0) this.oneByOne.delete(name);
    // The next ones follow when these are answered.
    const now = this.oneByOne.has(name) ? left.slice(0, 1) : (cut(left)[0] ?? []);
    for (const [root, rows] of Map.groupBy(now, (row) => row.root)) await rooms.putInto(name, root, rows);
  }

  private closedBy(name: string, reason: string): void {
    if (this.closed || !this.providers.has(name)) return;
    if (reason === 'part') this.moved(name, partBefore(name));
    else if (ROOM_REFUSALS.some((one) => one === reason)) this.refused(name, reason);
    else if (PASSING.includes(reason)) this.later(name);
  }

  private refused(name: string, reason: string): void {
    this.leave(name, 'hub');
    this.inTurn(name, async () => {
      const { workspace, rooms } = this.parts;
      const waiting = await waitingIn(workspace, name);
      // A part that has no room for a few has none for more; for many it may have room for some.
      const next = reason === 'full' && waiting <= TOGETHER ? nextPart(name) : null;
      if (next) return this.moved(name, next);
      const apart = await refuse(workspace, name, reason, this.parts.now());
      if (apart > 0 && (apart <= TOGETHER || !CUT.includes(reason))) this.oneByOne.add(name);
      rooms.discard([name]);
    });
  }

  /** What waits for a part of a room goes into another one. */
  private moved(name: string, to: string | null): void {
    this.leave(name, 'hub');
    this.inTurn(name, async () => {
      const { workspace, rooms } = this.parts;
      if (to) await moveTo(workspace, name, to);
      rooms.discard([name]);
      if (!to) return;
      rooms.room(to);
      if (this.providers.has(to)) this.inTurn(to, () => this.putAgain(to));
    });
  }

  /** Notes the answers of the hub about a room in their order. */
  private inTurn(name: string, note: () => Promise<void>): void {
    // What cannot be noted on a full disk still waits there, and is answered for again.
    this.notes.run(name, note).catch(() => undefined);
  }

  /** Leaves a room and joins it again: the session then has the present rights. */
  private later(name: string): void {
    this.leave(name, 'hub');
    this.tryAgain(name, () => {
      this.timers.delete(name);
      this.joinSoon(name);
    });
  }

  /**
   * Leaves a room. Where the hub closed it, no message of leaving is sent: it would wait until we join again, and end that at
   * once.
   */
  private leave(name: string, by: 'us' | 'hub' = 'us'): void {
    const provider = this.providers.get(name);
    if (!provider) return;
    this.providers.delete(name);
    if (by === 'hub') this.socket.configuration.providerMap.delete(provider.effectiveName);
    provider.destroy();
  }

  close(): void {
    this.closed = true;
    clearInterval(this.looking);
    this.media.unsubscribe();
    removeEventListener('online', this.online);
    this.parts.rooms.follow(null);
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const name of [...this.providers.keys()]) this.leave(name);
    this.socket.destroy();
    this.parts.changed(false);
  }
}
