import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Hocuspocus } from '@hocuspocus/server';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { RoomLog } from '../../../src/hub/store/log.ts';
import { FullStateCache } from '../../../src/hub/sync/full-state-cache.ts';
import { IdleRooms } from '../../../src/hub/sync/idle-rooms.ts';
import { takeFullStateRequest } from '../../../src/hub/sync/message-filter.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { MessageReader, message } from '../../attack/sync-message.ts';
import { openRoom, tokenOf } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { openStore } from './store.ts';
import { TeamHub } from './team.ts';

const room = (name = 'library/2026-11', words = 'x'.repeat(1000)) => {
  const document = new Document(name);
  document.getMap('items').set('a', words);
  return document;
};

describe('a whole room', () => {
  const itemsIn = (answer: Uint8Array) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, MessageReader.read(Buffer.from(answer)).state ?? new Uint8Array());
    return doc.getMap('items').toJSON();
  };

  it('is written down once for all who ask, and anew when it has changed', () => {
    const [whole, document] = [new FullStateCache(), room()];
    const first = whole.of(document);
    expect([whole.of(document), whole.of(document)].every((one) => one === first)).toBe(true);
    document.getMap('items').set('b', 2);
    const second = whole.of(document);
    expect(itemsIn(second)).toEqual({ a: 'x'.repeat(1000), b: 2 });
    expect(whole.of(document)).toBe(second);
  });

  it('is cached beside others within bounds, those that were requested last', () => {
    const whole = new FullStateCache(2500);
    const [one, two, three] = [room('one'), room('two'), room('three')];
    const [first, second] = [whole.of(one), whole.of(two)];
    expect(whole.of(one)).toBe(first);
    whole.of(three);
    expect([whole.of(one) === first, whole.of(two) === second]).toEqual([true, false]);
    expect(whole.of(room('large', 'x'.repeat(5000))).byteLength).toBeGreaterThan(5000);
  });

  it('is known by the request, and by nothing else', () => {
    const isWhole = (...parts: Parameters<typeof message>) => takeFullStateRequest(message(...parts));
    expect(isWhole('team', 0, 0, Uint8Array.of(0))).toBe(true);
    expect(isWhole(`library/${'x'.repeat(150)}`, 0, 0, Uint8Array.of(0))).toBe(true);
    expect(isWhole('team', 0, 0, Uint8Array.of(1, 5, 1))).toBe(false);
    expect(isWhole('team', 4, 0, Uint8Array.of(0))).toBe(false);
    expect(isWhole('team', 0, 1, Uint8Array.of(0))).toBe(false);
    expect(isWhole('team', 2, 0, Uint8Array.of(0))).toBe(false);
  });
});

describe('a room that everybody has left', () => {
  const unloaded: string[] = [];
  const rooms = (most = { bytes: 10_000, rooms: 3 }) => {
    vi.useFakeTimers();
    unloaded.length = 0;
    const isLoaded = ({ name }: Document) => !unloaded.includes(name);
    const unload = async ({ name }: Document) => unloaded.push(name);
    return new IdleRooms({ unload, isLoaded, isOwned: (name) => name.startsWith('diary/'), ms: 1000, most });
  };
  const left = (resting: IdleRooms, name: string, words = 'x'.repeat(1000)) => {
    const document = new Document(name);
    resting.watch(document, 0);
    if (words) document.getMap('items').set('a', words);
    return { document, rests: resting.staysLoaded(document) };
  };
  afterEach(() => {
    vi.useRealTimers();
  });

  it('stays loaded for a moment, and goes then', () => {
    const resting = rooms();
    const { document, rests } = left(resting, 'board');
    expect([rests, unloaded]).toEqual([true, []]);
    vi.advanceTimersByTime(1100);
    expect([unloaded, resting.staysLoaded(document)]).toEqual([['board'], false]);
  });

  it('is counted with what it was loaded from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-'));
    const store = await openStore(folder);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    const log = () => new RoomLog(store.db, () => undefined);
    const write = async (words: string) => {
      const bytes = Y.encodeStateAsUpdate(room('board', words));
      const entry = { room: 'board', member: 'ann', device: 1, at: 1, bytes, changes: [] };
      await log().append(entry, () => undefined);
    };
    const loaded = async () => {
      const [one, document] = [log(), new Document('board')];
      const { bytes } = await one.load('board', document);
      return { one, document, bytes };
    };
    await write('x'.repeat(6000));
    const { one, document } = await loaded();
    await one.compact('board', document, 1);
    await write('y'.repeat(6000));
    const again = await loaded();
    expect(again.bytes).toBeGreaterThan(12_000);
    const resting = rooms();
    resting.watch(again.document, again.bytes);
    expect(resting.staysLoaded(again.document)).toBe(false);
  });

  it('goes at once where it is large, nobody wrote it, or it has an owner', () => {
    const resting = rooms();
    expect(left(resting, 'library/2026-10', 'x'.repeat(20_000)).rests).toBe(false);
    expect(left(resting, 'library/2026-09', '').rests).toBe(false);
    expect(left(resting, 'diary/ann').rests).toBe(false);
    expect(left(resting, 'member/2026-11').rests).toBe(true);
    expect(left(resting, 'library/2026-08').rests).toBe(true);
  });

  it('makes room for what was left later', () => {
    const resting = rooms();
    for (const name of ['one', 'two', 'three', 'four']) left(resting, name);
    vi.advanceTimersByTime(1);
    expect(unloaded).toEqual(['one']);
    left(resting, 'five', 'x'.repeat(9000));
    vi.advanceTimersByTime(1);
    expect(unloaded).toEqual(['one', 'two', 'three', 'four']);
  });

  it('is tried again while it cannot be unloaded, and not once somebody is there again', async () => {
    vi.useFakeTimers();
    let tries = 0;
    const unload = async () => {
      tries += 1;
    };
    const resting = new IdleRooms({ unload, isLoaded: () => true, isOwned: () => false, ms: 1000 });
    const { document } = left(resting, 'board');
    await vi.advanceTimersByTimeAsync(3500);
    expect([tries, resting.staysLoaded(document)]).toEqual([3, false]);
    resting.entered(document);
    await vi.advanceTimersByTimeAsync(9000);
    expect([tries, resting.staysLoaded(document)]).toEqual([3, true]);
  });

  it('is one of no more than may rest, however many are left at once', async () => {
    const resting: IdleRooms = new IdleRooms({
      unload: (document) => server.unloadDocument(document),
      isLoaded: ({ name }) => server.documents.has(name),
      isOwned: () => false,
    });
    const server = new Hocuspocus({
      quiet: true,
      onLoadDocument: async ({ document }) => {
        document.getMap('items').set('a', 1);
        resting.watch(document, 10);
      },
      beforeUnloadDocument: async ({ document }) => {
        if (resting.staysLoaded(document)) throw new Error();
      },
    });
    const names = Array.from({ length: 300 }, (_, n) => `library/${n}`);
    const open = await Promise.all(names.map((name) => server.openDirectConnection(name)));
    await Promise.all(open.map((one) => one.disconnect()));
    await eventually(() => expect(server.documents.size).toBe(200));
    resting.close();
    await Promise.all([...server.documents.values()].map((document) => server.unloadDocument(document)));
    expect(server.documents.size).toBe(0);
  });
});

describe('a hub', () => {
  it('loads a room once for devices that come one after the other, and each has all of it', async () => {
    const team = await TeamHub.withAdmin(undefined, {}, { rest: 600_000 });
    const { identity } = team.admin ?? {};
    if (!identity) throw new Error('no admin');
    const name = `library/${monthOf(team.now)}`;
    const loads = vi.spyOn(team.hub.hub.services.rooms.log, 'load');
    const device = async () => {
      const one = openRoom(team.hub.port, name, identity.joined.device, () =>
        tokenOf(team.hub.port, identity),
      );
      await eventually(() => expect(one.provider.synced).toBe(true));
      return one;
    };
    const first = await device();
    first.doc.getMap('items').set('a', 1);
    await eventually(() => expect(first.provider.hasUnsyncedChanges).toBe(false));
    first.close();
    for (let n = 0; n < 3; n += 1) {
      const one = await device();
      expect(one.doc.getMap('items').toJSON()).toEqual({ a: 1 });
      one.close();
    }
    expect(loads.mock.calls.filter(([room]) => room === name)).toHaveLength(1);
    await team.close();
  });
});
