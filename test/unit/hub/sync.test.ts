import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { RoomLog } from '../../../src/hub/store/log.ts';
import type { Store } from '../../../src/hub/store/sqlite.ts';
import { followDevice, syncServer } from '../../../src/hub/sync/sync.ts';
import type { Who } from '../../../src/workspace/room.ts';
import { FORGED_WRITES } from '../../attack/forged-writes.ts';
import { eventually } from '../eventually.ts';
import { withAnyItems } from './any-items.ts';
import { ROOMS } from './declared-rooms.ts';
import { replica } from './rooms.ts';
import { openStore } from './store.ts';

const NOW = Date.UTC(2026, 10, 27);
const LIBRARY = 'library/2026-11';
/** A write of the table as it is here: by the device of who has that role, and of that member. */
const asHere = ([room, root, role]: (typeof FORGED_WRITES)[number]) => {
  const [device, member] = { member: [1, 'ann'], viewer: [3, 'cho'], manager: [4, 'dai'], admin: [5, 'eve'] }[
    role
  ] as [number, string];
  return [room.replace('<own>', member).replace('<month>', '2026-11'), root, device] as const;
};
let folder: string;
let store: Store;
let http: Server;
let hub: ReturnType<typeof syncServer>;
let people: Map<number, Who>;
let open: HocuspocusProvider[];
let log: RoomLog;

beforeEach(async () => {
  people = new Map([
    [1, { member: 'ann', role: 'member' }],
    [2, { member: 'bob', role: 'member' }],
    [3, { member: 'cho', role: 'viewer' }],
    [4, { member: 'dai', role: 'manager' }],
    [5, { member: 'eve', role: 'admin' }],
  ]);
  open = [];
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  log = new RoomLog(store.db, () => {});
  const whoOf = (device: number) => people.get(device) ?? null;
  hub = syncServer({ rooms: withAnyItems(ROOMS), log, whoOf, deviceOf: Number, now: () => NOW, rest: 0 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 2 << 20 });
  http = createServer().listen(0, '127.0.0.1');
  http.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const connection = hub.handleConnection(ws, new Request('http://hub.example/'));
      ws.on('message', (data: Buffer) => connection.handleMessage(data));
      ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    }),
  );
  await new Promise((ready) => http.once('listening', ready));
});
afterEach(async () => {
  for (const provider of open) {
    provider.destroy();
    provider.configuration.websocketProvider.destroy();
  }
  http.closeAllConnections();
  http.close();
  hub.closeConnections();
  await eventually(() => expect(hub.documents.size).toBe(0));
  await store.close();
  rmSync(folder, { recursive: true });
});

function joined(device: number, name: string) {
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const websocketProvider = new HocuspocusProviderWebsocket({ url });
  const closed = vi.fn();
  const document = replica(device);
  const provider = new HocuspocusProvider({
    websocketProvider,
    name,
    document,
    token: String(device),
    onClose: ({ event }) => closed(event.reason),
  });
  provider.attach();
  open.push(provider);
  return { provider, closed, items: document.getMap<unknown>('items') };
}
const synced = (one: ReturnType<typeof joined>) => eventually(() => expect(one.provider.synced).toBe(true));

describe('the rooms of a hub', () => {
  it('merge what two devices write, in the log with who wrote it', async () => {
    const [ann, bob] = [joined(1, LIBRARY), joined(2, LIBRARY)];
    await Promise.all([synced(ann), synced(bob)]);
    ann.items.set('a', 1);
    bob.items.set('b', 2);
    await eventually(() =>
      expect([ann.items.toJSON(), bob.items.toJSON()]).toEqual([
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ]),
    );
    const rows = await store.db.selectFrom('version').select(['key', 'member']).orderBy('key').execute();
    expect(rows).toEqual([
      { key: 'a', member: 'ann' },
      { key: 'b', member: 'bob' },
    ]);
  });

  it('send a room once to who opens it first', async () => {
    const items = replica(1);
    for (let at = 0; at < 200; at += 1) items.getMap('items').set(`k${at}`, 'x'.repeat(100));
    const bytes = Y.encodeStateAsUpdate(items);
    await log.append({ room: LIBRARY, member: 'ann', device: 1, at: NOW, bytes, changes: [] }, () => {});
    const bob = joined(2, LIBRARY);
    let came = 0;
    bob.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
      came += event.data.byteLength;
    });
    await synced(bob);
    expect(bob.items.size).toBe(200);
    expect(came).toBeGreaterThan(bytes.byteLength);
    expect(came).toBeLessThan(bytes.byteLength * 1.5);
  });

  it('refuse a writer of the wrong class and say so, unchanged', async () => {
    const ann = joined(1, 'board');
    await synced(ann);
    ann.provider.document.getMap('decisions').set('d', 1);
    await eventually(() => expect(ann.closed).toHaveBeenCalledWith('reader'));
    expect(hub.documents.get('board')?.getMap('decisions').toJSON() ?? {}).toEqual({});
    expect(await store.db.selectFrom('log').selectAll().execute()).toEqual([]);
  });

  it.each(FORGED_WRITES.map(asHere))(
    '%s, %s, refuse device %i of the wrong role: nothing is logged, nothing changes',
    async (name, root, device) => {
      const one = joined(device, name);
      await synced(one);
      one.provider.document.getMap(root).set('forged', 1);
      await eventually(() => expect(one.closed).toHaveBeenCalledWith('reader'));
      expect(hub.documents.get(name)?.getMap(root).toJSON() ?? {}).toEqual({});
      expect(await store.db.selectFrom('log').selectAll().execute()).toEqual([]);
      expect(await store.db.selectFrom('version').selectAll().execute()).toEqual([]);
    },
  );

  it.each([2, 3, 4, 5])('shut a member’s own room to device %i, whatever its role', async (device) => {
    const refused = vi.fn();
    const { provider } = joined(device, 'member/ann/2026-11');
    provider.on('authenticationFailed', refused);
    provider.document.getMap('events').set('forged', 1);
    await eventually(() => expect(refused).toHaveBeenCalled());
    expect(hub.documents.has('member/ann/2026-11')).toBe(false);
    expect(await store.db.selectFrom('log').selectAll().execute()).toEqual([]);
  });

  it('are closed to a removed device by what the hub says itself', async () => {
    const [ann, bob] = [joined(1, LIBRARY), joined(2, LIBRARY)];
    await Promise.all([synced(ann), synced(bob)]);
    people.delete(1);
    followDevice(hub, ROOMS, 1, null);
    ann.items.set('late', 1);
    await eventually(() => expect(ann.closed).toHaveBeenCalledWith('removed'));
    bob.items.set('after', 1);
    await eventually(() => expect(bob.provider.hasUnsyncedChanges).toBe(false));
    expect([bob.items.has('late'), ann.items.has('after')]).toEqual([false, false]);
  });

  it('show nobody what a client says of who is here', async () => {
    const [ann, bob] = [joined(1, LIBRARY), joined(2, LIBRARY)];
    await Promise.all([synced(ann), synced(bob)]);
    ann.provider.setAwarenessField('user', 'the admin');
    ann.items.set('after', 1);
    await eventually(() => expect(bob.items.has('after')).toBe(true));
    expect(bob.provider.awareness?.getStates().has(ann.provider.document.clientID)).toBe(false);
  });
});
