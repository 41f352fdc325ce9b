import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { RoomLog } from '../../src/hub/store/log.ts';
import { monthOf, RANGE } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import { crowd } from './crowd.ts';
import { type Identity, inviteIn, joinAs, makeInvite, openRoom, tokenOf } from './device.ts';
import { quantile, round } from './figures.ts';
import { freePort, type HubProcess, startProcess } from './hub-process.ts';
import { startStock } from './stock-process.ts';

const CLIENTS = 1000;
const EDITS = 400;
/** Edits a second, of all writers together. */
const RATE = 20;
const SIZES = [2000, 10_000, 50_000] as const;
/** Items of one room: rooms are cut here. */
const CUT = 5000;
const LIVE = `library/${monthOf(Date.now())}`;

const wordsOf = (at: number) =>
  Array.from({ length: 24 }, (_, i) => ((at * 2_654_435_761 + i * 40_503) >>> 0).toString(36)).join(' ');

/** An item of about the size that people write. */
function itemOf(at: number) {
  const words = wordsOf(at);
  const versions = [{ language: 'ja', words }];
  const link = `https://kissa.example/menu/${at}`;
  const rest = {
    media: [],
    channels: ['x', 'line'],
    campaign: '',
    from: 0,
    to: 0,
    tags: ['coffee'],
    trashed: 0,
  };
  return { id: `i${at}`, at, by: 'member-of-bench', title: words.slice(0, 30), versions, link, ...rest };
}

/** The rooms of a library of that many items: the parts of one month, which is not the month in which the crowd writes. */
function roomsOf(size: number): string[] {
  const month = `library/2021-0${1 + SIZES.indexOf(size as (typeof SIZES)[number])}`;
  return Array.from({ length: Math.ceil(size / CUT) }, (_, at) => (at === 0 ? month : `${month}/${at + 1}`));
}

/** Fills a folder's rooms before a hub runs on it: one device wrote them long ago. Gives the JSON of each library. */
async function seed(folder: string): Promise<Map<number, string>> {
  const store = await openStore(folder);
  const log = new RoomLog(store.db, () => undefined);
  const json = new Map<number, string>();
  for (const size of SIZES) {
    const all: object[] = [];
    for (const [at, room] of roomsOf(size).entries()) {
      const doc = new Y.Doc();
      doc.clientID = 900_000 * RANGE + 1;
      const here = Array.from({ length: Math.min(CUT, size - at * CUT) }, (_, i) => itemOf(at * CUT + i));
      doc.transact(() => {
        for (const item of here) doc.getMap('items').set(item.id, item);
      });
      all.push(...here);
      const bytes = Y.encodeStateAsUpdate(doc);
      const changes = [{ root: 'items', key: here[0]?.id ?? '', value: here[0] }];
      await log.append({ room, member: 'bench', device: 900_000, at: 0, bytes, changes }, () => undefined);
    }
    json.set(size, JSON.stringify(all));
  }
  await store.close();
  return json;
}

/** A new device opens a whole library: bytes that came, and ms until all of it is applied. */
async function coldJoin(port: number, identity: Identity, size: number, json: string) {
  const began = performance.now();
  const rooms = roomsOf(size).map((room) =>
    openRoom(port, room, identity.joined.device, () => tokenOf(port, identity)),
  );
  let bytes = 0;
  await Promise.all(
    rooms.map(
      ({ provider }) =>
        new Promise<void>((done) => {
          provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
            bytes += event.data.byteLength;
          });
          provider.on('synced', () => done());
        }),
    ),
  );
  const ms = performance.now() - began;
  const items = rooms.reduce((sum, { doc }) => sum + doc.getMap('items').size, 0);
  if (items !== size) throw new Error(`${items} of ${size} items came`);
  for (const room of rooms) room.close();
  return { items, ms: round(ms, 0), bytes, ratioToGzipJson: round(bytes / gzipSync(json).byteLength, 2) };
}

/** Bytes that come to a device that has everything already. */
async function rejoin(port: number, identity: Identity): Promise<number> {
  const [room = ''] = roomsOf(SIZES[0]);
  const token = () => tokenOf(port, identity);
  const first = openRoom(port, room, identity.joined.device, token);
  await new Promise<void>((done) => first.provider.on('synced', () => done()));
  const state = Y.encodeStateAsUpdate(first.doc);
  first.close();
  const again = openRoom(port, room, identity.joined.device, token, state);
  let bytes = 0;
  again.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
    bytes += event.data.byteLength;
  });
  await new Promise<void>((done) => again.provider.on('synced', () => done()));
  again.close();
  return bytes;
}

function rawLoad(): number {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let at = 0; at < CUT; at += 1) doc.getMap('items').set(`i${at}`, itemOf(at));
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  const began = performance.now();
  Y.applyUpdate(new Y.Doc(), bytes);
  return performance.now() - began;
}

const residentMB = ({ child }: { child: ChildProcess }) => {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
};

async function joinCrowd(port: number, hub: HubProcess): Promise<Identity[]> {
  const admin = await joinAs(port, inviteIn(hub.admin), 'admin');
  const token = await tokenOf(port, admin);
  const invite = await makeInvite(port, token, { role: 'member', uses: 1000, days: 1 });
  const identities = [admin];
  for (let at = 1; at < CLIENTS; at += 1) identities.push(await joinAs(port, invite, `d${at}`));
  return identities;
}

async function ours() {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-sync-'));
  const json = await seed(folder);
  const port = await freePort();
  const hub = await startProcess(folder, port);
  try {
    const identities = await joinCrowd(port, hub);
    const tokens: string[] = [];
    for (const identity of identities) tokens.push(await tokenOf(port, identity));
    const devices = identities.map(({ joined }, at) => ({ device: joined.device, token: tokens[at] ?? '' }));
    const told = await crowd({
      where: { port, path: '/sync', room: LIVE },
      devices,
      edits: EDITS,
      rate: RATE,
    });
    const hubRssMB = residentMB(hub);
    const [first] = identities;
    if (!first) throw new Error('nobody joined');
    const joins = [];
    for (const size of SIZES) joins.push(await coldJoin(port, first, size, json.get(size) ?? ''));
    return { told, hubRssMB, joins, rejoinBytes: await rejoin(port, first) };
  } finally {
    await hub.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The same crowd on Hocuspocus as it comes, and what it loses where it is killed while people write. */
async function stock() {
  const server = await startStock();
  const devices = Array.from({ length: CLIENTS }, (_, at) => ({ device: at + 1, token: 'any' }));
  const told = await crowd({
    where: { port: server.port, path: '/', room: LIVE },
    devices,
    edits: EDITS,
    rate: RATE,
  });
  const lostAfterKill = await server.killWhileWriting();
  return { fanoutP95Ms: round(quantile(told.fanout, 0.95), 1), lostAfterKill };
}

/** A thousand devices in one room, and libraries of three sizes opened by a new device. */
export async function benchSync(): Promise<object> {
  const { told, hubRssMB, joins, rejoinBytes } = await ours();
  return {
    clients: CLIENTS,
    edits: told.ack.length,
    fanoutP50Ms: round(quantile(told.fanout, 0.5), 1),
    fanoutP95Ms: round(quantile(told.fanout, 0.95), 1),
    ackP95Ms: round(quantile(told.ack, 0.95), 1),
    coldJoin: joins,
    rejoinBytes,
    hubRssMB,
    rawYjsLoadMs: round(rawLoad(), 1),
    stockHocuspocus: await stock(),
  };
}
