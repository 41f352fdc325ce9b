import * as Y from 'yjs';
import type { Workspace } from '../open.ts';
import { RANGE } from '../room.ts';
import { Channel, type Told } from './channel.ts';
import { nextClientId } from './client-id.ts';
import { cut, isTooLarge } from './cut.ts';
import { passOn } from './outbox.ts';
import { nextPart, wholeOf } from './parts.ts';
import { type Edit, type Entry, FROM_CONTEXT, FROM_DISK, OWN, Replica } from './replica.ts';
import type { Items, RoomItems } from './room-items.ts';
import { replicas, type Sent, sent, sentId } from './tables.ts';
import { goesOn, itemsOf, placed } from './whole.ts';

interface Watcher {
  readonly room: string;
  readonly root: string;
  readonly told: (items: Items) => void;
}

/** Told when a room is opened here or wanted elsewhere, and when what is held of rooms is thrown away. */
export interface RoomsFollower {
  opened(room: string): void;
  dropped(rooms: readonly string[]): void;
}

const isFromHub = (origin: unknown) => origin !== FROM_DISK && origin !== FROM_CONTEXT && origin !== OWN;

function rowOf(edit: Pick<Sent, 'room' | 'root' | 'key' | 'value' | 'client' | 'clock'>): Sent {
  const id = sentId(wholeOf(edit.room), edit.root, edit.key);
  return { id, ...edit, at: Date.now(), state: 'waiting', sent: 0, reason: '' };
}

/** What no hub takes is not even offered: it is where the person sees it. */
function tooLargeRow(room: string, root: string, { key, value }: Entry): Sent {
  const row = rowOf({ room, root, key, value, client: 0, clock: 0 });
  return { ...row, state: 'refused', reason: 'oversize' };
}

/** The rooms of a team in this context, in step with the other contexts of this device. */
export class Rooms implements RoomItems {
  private readonly workspace: Workspace;
  private readonly device: number;
  private readonly hasParts: (room: string) => boolean;
  private readonly channel: Channel;
  private readonly open = new Map<string, Replica>();
  private readonly watchers = new Set<Watcher>();
  private client: Promise<number> | null = null;
  private follower: RoomsFollower | null = null;

  /** `hasParts`: whether a room goes on in further parts where it is full. */
  constructor(workspace: Workspace, device: number, hasParts: (room: string) => boolean = () => false) {
    this.workspace = workspace;
    this.device = device;
    this.hasParts = hasParts;
    this.channel = new Channel(`${workspace.diary.name}-rooms`, (told) => this.hear(told));
  }

  /** The context that holds the hub link follows; it hears at once of every room that is open anywhere. */
  follow(follower: RoomsFollower | null): void {
    this.follower = follower;
    if (!follower) return;
    for (const name of this.open.keys()) follower.opened(name);
    this.channel.tell({ who: true });
  }

  private hear(told: Told): void {
    if ('update' in told) this.open.get(told.room)?.receive(told.update);
    else if ('wants' in told) this.follower?.opened(told.wants);
    else if ('who' in told) for (const wants of this.open.keys()) this.channel.tell({ wants });
    else this.reopen(told.again);
  }

  /** A room, opened here by its first use. */
  room(name: string): Replica {
    const known = this.open.get(name);
    if (known) return known;
    const replica = new Replica(this.workspace, name);
    this.open.set(name, replica);
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => this.updated(replica, update, origin));
    replica.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size === 0) return;
      this.openNext(replica);
      this.tellWatchers(name);
      if (isFromHub(transaction.origin)) void passOn(this.workspace, this.overwritten(name, transaction));
    });
    this.channel.tell({ wants: name });
    this.follower?.opened(name);
    return replica;
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
    for (let part: Replica | null = this.room(whole); part; part = this.openNext(part)) await part.ready;
    return this.parts(whole);
  }

  /** What came from the hub is written here, by the one context that holds the link, and told to the others. */
  private updated({ name }: Replica, update: Uint8Array, origin: unknown): void {
    if (!isFromHub(origin)) return;
    this.workspace.put(replicas, { room: name, update }).then(
      () => this.channel.tell({ room: name, update }),
      // The hub has it: what is missing on this disk comes again when the room is opened next.
      () => this.channel.tell({ room: name, update }),
    );
  }

  /** Items that another device wrote over: their rows, if they have any, are theirs to put again. */
  private overwritten(name: string, { changed }: Y.Transaction): string[] {
    return [...changed].flatMap(([type, keys]) => {
      const root = Y.findRootTypeKey(type);
      const others = [...keys].filter((key) => key !== null && !this.isOwn(type._map.get(key)?.id.client));
      return others.map((key) => sentId(wholeOf(name), root, String(key)));
    });
  }

  private isOwn(client: number | undefined): boolean {
    return client !== undefined && Math.floor(client / RANGE) === this.device;
  }

  watch(room: string, root: string, told: (items: Items) => void, signal: AbortSignal): void {
    const watcher = { room, root, told };
    this.watchers.add(watcher);
    signal.addEventListener('abort', () => this.watchers.delete(watcher), { once: true });
    void this.opened(room).then((parts) => {
      if (this.watchers.has(watcher)) told(itemsOf(parts, root));
    });
  }

  private tellWatchers(name: string): void {
    const whole = wholeOf(name);
    for (const { room, root, told } of this.watchers)
      if (room === whole) told(itemsOf(this.parts(whole), root));
  }

  put(name: string, root: string, key: string, value: unknown): Promise<void> {
    return this.putAll(name, root, [{ key, value }]);
  }

  /** Writes several items of a root as one edit, each into its part of the room. */
  async putAll(name: string, root: string, entries: readonly Entry[]): Promise<void> {
    const whole = wholeOf(name);
    const large = entries.filter(isTooLarge);
    const fitting = large.length > 0 ? entries.filter((entry) => !large.includes(entry)) : entries;
    const opened = await this.opened(whole);
    const parts = this.hasParts(whole) ? placed(opened, root, fitting) : new Map([[whole, fitting]]);
    const rows = large.map((entry) => tooLargeRow(whole, root, entry));
    await this.write(root, parts, rows);
  }

  /** Writes items of a root into one part of a room. */
  putInto(part: string, root: string, entries: readonly Entry[]): Promise<void> {
    return this.write(root, new Map([[part, entries]]), []);
  }

  /** All of it is on the disk together, or nothing is; the hub gets it in parts that it takes. */
  private async write(
    root: string,
    parts: ReadonlyMap<string, readonly Entry[]>,
    rows: readonly Sent[],
  ): Promise<void> {
    const client = await this.clientId();
    for (const name of parts.keys()) await this.room(name).ready;
    const edits = [...parts].flatMap(([room, entries]) =>
      cut(entries).map((some) => ({ room, some, edit: this.room(room).set(root, some, client) })),
    );
    for (const { room, some, edit } of edits) if (!edit) await this.standsThere(room, root, some);
    try {
      await this.workspace.together([replicas, sent], async () => {
        for (const row of rows) await this.workspace.put(sent, row);
        for (const { room, edit } of edits) if (edit) await this.keep(room, root, edit, client);
      });
    } catch (error) {
      // What could not be kept must not look kept: the room is read again as the disk has it.
      this.reopen([...parts.keys()]);
      throw error;
    }
    for (const { room, edit } of edits) if (edit) this.channel.tell({ room, update: edit.update });
  }

  private async keep(room: string, root: string, { update, clock, fresh }: Edit, client: number) {
    await this.workspace.put(replicas, { room, update });
    // Of an entry that is put again, nothing else of its row before goes into the new one.
    for (const { key, value } of fresh)
      await this.workspace.put(sent, rowOf({ room, root, key, value, client, clock }));
  }

  /** What is there already needs no sending: a row that says it was refused is out of date. */
  private async standsThere(name: string, root: string, entries: readonly Entry[]): Promise<void> {
    for (const { key } of entries) {
      const row = await this.workspace.rows(sent).get(sentId(wholeOf(name), root, key));
      if (row?.state === 'refused') await this.workspace.put(sent, { ...row, state: 'waiting', reason: '' });
    }
  }

  /** One client id for all rooms, taken at the first writing; a new one where rooms were thrown away. */
  private clientId(): Promise<number> {
    this.client ??= nextClientId(this.workspace, this.device);
    return this.client;
  }

  /** Throws away what is held of rooms, here and in the other contexts, and reads them again from the disk. */
  startAgain(names: readonly string[]): void {
    this.channel.tell({ again: [...names] });
    this.reopen(names);
  }

  private reopen(names: readonly string[]): void {
    const all = names.length === 0 ? [...this.open.keys()] : names.filter((name) => this.open.has(name));
    this.client = null;
    for (const name of all) {
      this.open.get(name)?.doc.destroy();
      this.open.delete(name);
    }
    this.follower?.dropped(all);
    for (const name of all) {
      const replica = this.room(name);
      void replica.ready.then(() => this.tellWatchers(name));
    }
  }

  close(): void {
    this.channel.close();
    for (const replica of this.open.values()) replica.doc.destroy();
    this.open.clear();
    this.watchers.clear();
  }
}
