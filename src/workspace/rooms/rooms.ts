import type * as Y from 'yjs';
import type { Workspace } from '../open.ts';
import { Channel, type RoomMessage } from './channel.ts';
import { type Drawn, tooLargeRow } from './commit-edits.ts';
import { isTooLarge } from './cut.ts';
import { sweepRooms } from './databases.ts';
import type { Entry } from './edit.ts';
import { EditWriter } from './edit-writer.ts';
import { Idle } from './idle.ts';
import { isFromHub } from './origins.ts';
import { passOn, roomsWaiting } from './outbox.ts';
import { overwritten } from './overwritten.ts';
import { nextPart, wholeOf } from './parts.ts';
import { RoomReads } from './reads.ts';
import { Replica } from './replica.ts';
import type { Items, RoomItems } from './room-items.ts';
import { replicas } from './tables.ts';
import { Watchers } from './watchers.ts';
import { goesOn, itemsOf, placed } from './whole.ts';

/** How often a room whose database is closed under it is opened again: after that it goes on without, from the diary. */
const LOSSES = 3;

/** How long until a room that could not be read is read again for whoever looks at it, ms. */
const READ_AGAIN = 5000;

/** Called when a room is opened here or wanted elsewhere, and when the copies of rooms are thrown away. */
export interface RoomsFollower {
  opened(room: string): void;
  dropped(rooms: readonly string[]): void;
}

/** The rooms of a team in this context, in step with the other contexts of this device. */
export class Rooms implements RoomItems {
  private readonly workspace: Workspace;
  private readonly device: number;
  private readonly hasParts: (room: string) => boolean;
  private readonly channel: Channel;
  private readonly reads: RoomReads;
  private readonly open = new Map<string, Replica>();
  private readonly writer: EditWriter;
  private readonly losses = new Map<string, number>();
  private readonly watchers = new Watchers();
  private readonly idle = new Idle(() => void this.closeIdle().catch(() => undefined));
  private follower: RoomsFollower | null = null;
  /** Rooms that could not be read, and when that is tried again. */
  private readonly unread = new Map<string, ReturnType<typeof setTimeout>>();

  /** `hasParts`: whether a room goes on in further parts where it is full. */
  constructor(workspace: Workspace, device: number, hasParts: (room: string) => boolean = () => false) {
    this.workspace = workspace;
    this.device = device;
    this.hasParts = hasParts;
    this.reads = new RoomReads(workspace);
    this.writer = new EditWriter({
      workspace,
      device,
      ready: (name) => this.ready(name),
      reopen: (names) => this.reopen(names),
      share: (drawn, database) => this.share(drawn, database),
    });
    this.channel = new Channel(`${workspace.diary.name}-rooms`, (message) => this.receive(message));
  }

  /** The context that has the hub connection follows; it is called at once for every room that is open anywhere. */
  follow(follower: RoomsFollower | null): void {
    this.follower = follower;
    if (!follower) return;
    for (const name of this.open.keys()) follower.opened(name);
    this.channel.send({ who: true });
  }

  private receive(message: RoomMessage): void {
    if ('update' in message) this.open.get(message.room)?.receive(message.update, message.database);
    else if ('wants' in message) this.wanted(message.wants);
    else if ('who' in message) for (const wants of this.open.keys()) this.channel.send({ wants });
    else this.reopen(message.again);
  }

  private wanted(name: string): void {
    this.idle.touch(wholeOf(name));
    this.follower?.opened(name);
  }

  /** A room, opened here by its first use. */
  room(name: string): Replica {
    this.idle.touch(wholeOf(name));
    const known = this.open.get(name);
    if (known) return known;
    const replica = this.newReplica(name);
    this.open.set(name, replica);
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => this.updated(replica, update, origin));
    replica.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size === 0) return;
      this.openNext(replica);
      this.tellWatchers(name);
      if (isFromHub(transaction.origin)) this.passOn(name, transaction);
    });
    replica.ready.then(
      () => this.unread.has(name) && this.readAfterAll(name),
      () => this.unreadable(replica),
    );
    this.channel.send({ wants: name });
    this.follower?.opened(name);
    return replica;
  }

  /** A room that could not be read is opened anew by its next use, and for whoever looks at it. */
  private unreadable(replica: Replica): void {
    const { name } = replica;
    const { troubles } = this.workspace;
    troubles.set(troubles.current ?? 'rooms');
    if (this.open.get(name) !== replica) return;
    this.drop([name]);
    const again = () => this.watchers.has(wholeOf(name)) && this.room(name);
    clearTimeout(this.unread.get(name));
    this.unread.set(name, setTimeout(again, READ_AGAIN));
  }

  private readAfterAll(name: string): void {
    clearTimeout(this.unread.get(name));
    this.unread.delete(name);
    this.tellWatchers(name);
  }

  private passOn(name: string, transaction: Y.Transaction): void {
    // What cannot be noted now is put again by us too, which changes nothing at the hub.
    passOn(this.workspace, overwritten(name, transaction, this.device)).catch(() => undefined);
  }

  private newReplica(name: string): Replica {
    const { workspace, reads } = this;
    const outdated = (replica: Replica) => this.open.get(name) === replica && this.reopen([name]);
    const lost = (replica: Replica) => {
      const losses = (this.losses.get(name) ?? 0) + 1;
      this.losses.set(name, losses);
      if (losses <= LOSSES) outdated(replica);
    };
    const failed = () => workspace.troubles.set(workspace.troubles.current ?? 'rooms');
    return new Replica(name, { workspace, reads, failed, outdated, lost });
  }

  /** Whoever reads a part that is filling reads the next one too; it is null where that is none. */
  private openNext(replica: Replica): Replica | null {
    const next = this.hasParts(replica.name) && goesOn(replica) ? nextPart(replica.name) : null;
    return next ? this.room(next) : null;
  }

  /** The parts of a room that are open here, in order. */
  private parts(whole: string): Replica[] {
    const parts: Replica[] = [];
    for (let name: string | null = whole; name; name = nextPart(name)) {
      const part = this.open.get(name);
      if (!part) break;
      parts.push(part);
    }
    return parts;
  }

  /** Opens a room with all its parts; answers when what is on the disk is in them. */
  private async opened(whole: string): Promise<Replica[]> {
    for (let name: string | null = whole; name; ) name = this.openNext(await this.ready(name))?.name ?? null;
    return this.parts(whole);
  }

  /** A room once it has what is on the disk; the one that followed where it was thrown away meanwhile. */
  private async ready(name: string): Promise<Replica> {
    for (;;) {
      const replica = this.room(name);
      await replica.ready;
      if (this.open.get(name) === replica) return replica;
    }
  }

  /** What came from the hub is stored by the one context that has the hub connection, and passed on to the others. */
  private updated(replica: Replica, update: Uint8Array, origin: unknown): void {
    if (!isFromHub(origin)) return;
    const share = (database: string) => this.channel.send({ room: replica.name, update, database });
    // The hub has it: what is missing on this disk comes again when the room is opened next.
    if (replica.database) share(replica.database);
    else replica.claim().then(share, () => share(''));
  }

  watch(room: string, root: string, show: (items: Items) => void, signal: AbortSignal): void {
    const watcher = { room, root, show };
    this.watchers.add(watcher, signal);
    this.opened(room).then(
      (parts) => this.watchers.show(watcher, (of) => itemsOf(parts, of)),
      // It is shown once the room can be read.
      () => undefined,
    );
  }

  /** Has a room open and in step, though nobody here looks at it, until the signal is aborted. */
  pin(room: string, signal: AbortSignal): void {
    this.watchers.add({ room, root: null, show: () => undefined }, signal);
    this.room(room);
  }

  private tellWatchers(name: string): void {
    const whole = wholeOf(name);
    this.watchers.showAll(whole, (root) => itemsOf(this.parts(whole), root));
  }

  put(name: string, root: string, key: string, value: unknown): Promise<void> {
    return this.putAll(name, root, [{ key, value }]);
  }

  /** Writes several items of a root as one edit, each into its part of the room. */
  putAll(name: string, root: string, entries: readonly Entry[]): Promise<void> {
    const whole = wholeOf(name);
    const large = entries.filter(isTooLarge);
    const fitting = large.length > 0 ? entries.filter((entry) => !large.includes(entry)) : entries;
    return this.writer.inTurn(whole, async () => {
      const opened = await this.opened(whole);
      const parts = this.hasParts(whole) ? placed(opened, root, fitting) : new Map([[whole, fitting]]);
      const rows = large.map((entry) => tooLargeRow(whole, root, entry));
      await this.writer.write(root, parts, rows);
    });
  }

  /** Writes items of a root into one part of a room. */
  putInto(part: string, root: string, entries: readonly Entry[]): Promise<void> {
    return this.writer.inTurn(part, () => this.writer.write(root, new Map([[part, entries]]), []));
  }

  /** Applies an edit that is durable, here and in the other contexts. */
  private share({ replica, edit }: Drawn, database: string): void {
    const { name } = replica;
    const current = this.open.get(name);
    if (current === replica) replica.apply(edit, database);
    // Opened anew meanwhile, perhaps before the edit was on the disk.
    else current?.receive(edit.update, database);
    this.channel.send({ room: name, update: edit.update, database });
  }

  /** Throws away what this device has of rooms, here and in the other contexts, and reads them again from the disk. */
  discard(names: readonly string[]): void {
    this.channel.send({ again: [...names] });
    this.reopen(names);
    // What stays is swept when Musubi starts next.
    sweepRooms(this.workspace).catch(() => undefined);
  }

  /** Closes rooms that nobody uses here or elsewhere, and of which nothing is under way to the hub. */
  async closeIdle(now = Date.now()): Promise<void> {
    // Contexts that still use a room answer, which resets its idle time here: this one keeps it in step for them.
    if (this.follower) this.channel.send({ who: true });
    const waiting = new Set((await roomsWaiting(this.workspace, Number.POSITIVE_INFINITY)).map(wholeOf));
    const isIdle = (whole: string) =>
      !this.watchers.has(whole) && !waiting.has(whole) && this.idle.has(whole, now);
    this.drop([...this.open.keys()].filter((name) => isIdle(wholeOf(name))));
  }

  /** Opens the rooms that are in the table of before still, one by one: each moves into a database of its own. */
  async moveOld(): Promise<void> {
    for (const room of await this.workspace.rows(replicas).orderBy('room').uniqueKeys())
      await this.room(String(room)).ready;
  }

  private drop(names: readonly string[]): void {
    for (const name of names) {
      this.open.get(name)?.doc.destroy();
      this.open.delete(name);
    }
    if (names.length > 0) this.follower?.dropped(names);
  }

  private reopen(names: readonly string[]): void {
    const all = names.length === 0 ? [...this.open.keys()] : names.filter((name) => this.open.has(name));
    this.writer.renew();
    this.drop(all);
    for (const name of all) {
      const replica = this.room(name);
      replica.ready.then(
        () => this.tellWatchers(name),
        () => undefined,
      );
    }
  }

  close(): void {
    this.idle.stop();
    for (const timer of this.unread.values()) clearTimeout(timer);
    this.unread.clear();
    this.channel.close();
    for (const replica of this.open.values()) replica.doc.destroy();
    this.open.clear();
    this.watchers.clear();
  }
}
