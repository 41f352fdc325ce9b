import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Admission, ItemChange } from '../../../src/hub/admission/admit.ts';
import { RoomLog } from '../../../src/hub/store/log.ts';
import type { Store } from '../../../src/hub/store/sqlite.ts';
import { mayWrite, type Room as Named, roomNamed, type Who } from '../../../src/workspace/room.ts';
import { randomBy } from '../random.ts';
import { ROOMS } from './declared-rooms.ts';
import { attackClient, crafted } from './fuzz-attacks.ts';
import { pastOf, Room } from './fuzz-room.ts';
import { replica } from './rooms.ts';
import { openStore } from './store.ts';

const SEEDS = Number(process.env.MUSUBI_SEEDS || 200);
const FIRST = Number(process.env.MUSUBI_FIRST_SEED || 1);
const STEPS = 70;
/** Seeds that failed once; each stays a test of its own. */
const FAILED: readonly number[] = [];

class Story {
  private readonly below: (below: number) => number;
  private readonly store: Store;
  private readonly seed: number;
  private log: RoomLog;
  private readonly people: Who[];
  private readonly rooms: Room[];
  private readonly sessions: number[];
  /** Rows that are queued and not waited for. */
  private queued: Promise<void>[] = [];
  private written = 0;

  constructor(seed: number, store: Store) {
    this.seed = seed;
    this.store = store;
    this.below = randomBy(seed);
    this.log = this.newLog();
    const roles = ['member', 'manager', 'member', 'viewer', 'member'] as const;
    const devices = 2 + this.below(4);
    this.people = roles.slice(0, devices).map((role, at) => ({ member: `m${at + 1}`, role }));
    this.sessions = this.people.map(() => 1);
    const replicas = () => this.people.map((_, at) => replica(at + 1));
    this.rooms = [
      new Room('library/2026-11', 'items', replicas()),
      new Room('member/m1/2026-11', 'events', replicas()),
      new Room('board', 'decisions', replicas()),
    ];
  }

  private newLog(): RoomLog {
    return new RoomLog(this.store.db, (room, seq) => {
      throw new Error(`seed ${this.seed}: row ${seq} of ${room} could not be applied`);
    });
  }

  async run(): Promise<void> {
    for (const room of this.rooms) await this.log.load(room.name, room.hub);
    for (let step = 0; step < STEPS; step += 1) await this.step();
    for (const room of this.rooms) await this.settle(room);
  }

  private async step(): Promise<void> {
    const room = this.rooms[this.below(this.rooms.length)];
    const device = this.below(this.people.length);
    if (!room) return;
    const what = this.below(100);
    if (what < 42) this.edit(room, device);
    else if (what < 82) await this.sync(room, device, what < 55);
    else if (what < 90) this.attack(room, device);
    else if (what < 93) await this.restart();
    else if (what < 95) await this.compact(room);
    else if (what < 97) await this.fullDisk(room, device);
    else this.startAgain(device);
  }

  /** An edit on the device; sometimes of what another wrote, and sometimes it is deleted, at once or at some time. */
  private edit(room: Room, device: number): void {
    const map = room.replicas[device]?.getMap(room.root);
    if (!map) return;
    const known = [...map.keys()];
    const key = known.length > 0 && this.below(3) === 0 ? known[this.below(known.length)] : undefined;
    this.written += 1;
    const written = key ?? `k.${device}.${this.written}`;
    if (!key || this.below(4) > 0) map.set(written, this.below(1000));
    // What somebody who may not write deletes is not looked at, and would be gone from their own replica alone.
    if (this.below(10) === 0 && this.mayWriteInto(room, device)) map.delete(written);
  }

  /** What the device has is offered; where the answer gets lost, the device does not know that the hub has it. */
  private async sync(room: Room, device: number, answerLost: boolean): Promise<void> {
    const doc = room.replicas[device];
    if (!doc) return;
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.hub));
    const isFirst = !this.log.isBusy(room.name);
    const before = JSON.stringify(room.hub.getMap(room.root).toJSON());
    const judged = this.offer(room, device, update);
    if (!judged.ok) return this.refused(room, device, before, judged.reason, isFirst);
    // A line that breaks while its update is queued: the same is offered on the next one before it is committed.
    if (answerLost && this.below(2) === 0) return;
    await this.flushed();
    if (!answerLost) Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.hub, Y.encodeStateVector(doc)));
  }

  /** Judges an update and queues what it brings, as the hub does. */
  private offer(room: Room, device: number, update: Uint8Array): Admission {
    const [who, declared] = [this.people[device], roomNamed(ROOMS, room.name)];
    if (!who || !declared) throw new Error('nobody, or nowhere');
    if (!mayWrite(declared, who))
      return update[0] === 0 ? { ok: true, written: null } : { ok: false, reason: 'reader' };
    const judged = this.log.pendingRoom(room.name, room.hub).admit(update, device + 1, termsOf(declared));
    if (!judged.ok || !judged.written) return judged;
    const { bytes, changes } = judged.written;
    const entry = { room: room.name, member: who.member, device: device + 1, at: 0, bytes, changes };
    this.queued.push(this.log.append(entry, () => room.applied(bytes, changes)));
    return judged;
  }

  private async flushed(): Promise<void> {
    await Promise.all(this.queued.splice(0));
  }

  /** What only a hand writes. It is refused, and then nothing is changed by it, or it is in the history as what it does. */
  private attack(room: Room, device: number): void {
    const { below } = this;
    const at = { doc: room.hub, root: room.root, client: attackClient(device + 1, below), below };
    this.offer(room, device, crafted(at).update);
  }

  /** The disk takes nothing for a while: what was queued is not there, nor what was judged on top of it. */
  private async fullDisk(room: Room, device: number): Promise<void> {
    await this.flushed();
    await this.store.db.schema.alterTable('log').renameTo('away').execute();
    const doc = room.replicas[device];
    if (doc) this.offer(room, device, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.hub)));
    this.attack(room, device);
    await Promise.allSettled(this.queued.splice(0));
    await this.store.db.schema.alterTable('away').renameTo('log').execute();
  }

  /** A refusal leaves the room as it was; the device reads it anew. Only who may not write is ever refused here. */
  private refused(room: Room, device: number, before: string, reason: string, isFirst: boolean): void {
    expect(JSON.stringify(room.hub.getMap(room.root).toJSON()), `seed ${this.seed}`).toBe(before);
    // Joined with what is queued, a deletion may begin in it: it is put again.
    const isOverlap = reason === 'overlap' && !isFirst;
    const isHonest = this.mayWriteInto(room, device) && !isOverlap;
    expect(isHonest ? reason : '', `seed ${this.seed}, ${room.name}, device ${device + 1}`).toBe('');
    room.replicas[device] = replica(device + 1, this.nextSession(device));
    Y.applyUpdate(room.replicas[device], Y.encodeStateAsUpdate(room.hub));
  }

  private mayWriteInto(room: Room, device: number): boolean {
    const [declared, who] = [roomNamed(ROOMS, room.name), this.people[device]];
    return Boolean(declared && who && mayWrite(declared, who));
  }

  private nextSession(device: number): number {
    const session = (this.sessions[device] ?? 1) + 1;
    this.sessions[device] = session;
    return session;
  }

  /** The hub's process is gone and another reads the rooms from the disk. */
  private async restart(): Promise<void> {
    await this.flushed();
    this.log = this.newLog();
    for (const room of this.rooms) {
      const doc = new Y.Doc();
      await this.log.load(room.name, doc);
      room.reads(doc, `seed ${this.seed}`);
    }
  }

  private async compact(room: Room): Promise<void> {
    await this.flushed();
    await this.log.compact(room.name, room.hub, 1);
  }

  /** A device's context ends: what it wrote is on its disk, and it goes on under another client id. */
  private startAgain(device: number): void {
    const session = this.nextSession(device);
    for (const room of this.rooms) {
      const [before, after] = [room.replicas[device], replica(device + 1, session)];
      if (before) Y.applyUpdate(after, Y.encodeStateAsUpdate(before));
      room.replicas[device] = after;
    }
  }

  /** Everybody is in step again: nothing waits, all see the same, from the disk too, and history tells what they saw. */
  private async settle(room: Room): Promise<void> {
    await this.flushed();
    for (let round = 0; round < 2; round += 1)
      for (const device of this.people.keys()) await this.sync(room, device, false);
    await this.restart();
    const held = room.hub.getMap(room.root).toJSON();
    for (const doc of [...room.replicas, room.colleague])
      expect(doc.getMap(room.root).toJSON(), `seed ${this.seed}, ${room.name}`).toEqual(held);
    expect(room.hub.store.pendingStructs, `seed ${this.seed}`).toBeNull();
    const rows = await this.store.db
      .selectFrom('version')
      .select(['member', 'root', 'key', 'value'])
      .where('room', '=', room.name)
      .orderBy('seq')
      .orderBy('part')
      .execute();
    const changes = rows.map(({ root, key, value }): ItemChange => {
      return value === null ? { root, key } : { root, key, value: JSON.parse(value) };
    });
    expect(pastOf(changes), `seed ${this.seed}, ${room.name}: history`).toEqual(pastOf(room.seen));
    const classes = { library: /^m[1-35]$/, member: /^m1$/, board: /^m2$/ };
    const allowed = classes[room.name.split('/')[0] as keyof typeof classes];
    const wrong = rows.filter(({ member }) => !allowed.test(member));
    expect(wrong, `seed ${this.seed}, ${room.name}`).toEqual([]);
  }
}

const termsOf = ({ declaration: { roots, writes } }: Named) => {
  return { roots: [...roots.keys()], isItem: () => true, others: writes !== 'owner', bytes: 1 << 20 };
};

async function tell(seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const store = await openStore(folder);
  try {
    await new Story(seed, store).run();
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

describe(`devices and a hub, ${SEEDS} stories from seed ${FIRST}`, () => {
  it.each(FAILED)('hold for seed %i, which failed once', tell);

  it('lose nothing that was answered, agree, keep to their class of writers, and have the past that was seen', {
    timeout: Math.max(600_000, SEEDS * 2000),
  }, async () => {
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) await tell(seed);
  });
});
