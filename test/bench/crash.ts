import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { RoomLog } from '../../src/hub/store/log.ts';
import { monthOf } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import { anItem } from './an-item.ts';
import { killBrowsers } from './crash-browser.ts';
import { type Device, inviteIn, joinAs, makeInvite, openRoom, tokenOf } from './device.ts';
import { freePort, startProcess } from './hub-process.ts';

const CLIENTS = 50;
const KILLS = 20;
/** Edits that have to be acknowledged between two kills. */
const BETWEEN = 520;

/** Items that each writes, over and over: all of them together fit into one room. */
const ITEMS = 80;

interface Writer extends Device {
  readonly name: string;
  /** How many edits the hub has answered. */
  acked: number;
  /** How many are written and not answered yet. */
  waiting: number;
}

const keyOf = ({ name }: Writer, n: number) => `${name}.${n % ITEMS}`;

/**
 * Writes one item after the other. The next waits for the answer to the last, which is what a person's device waits
 * for before it says that the team has it.
 */
function write(writer: Writer, isOver: () => boolean): void {
  const { doc, provider } = writer;
  const next = () => {
    const n = writer.acked + writer.waiting;
    writer.waiting += 1;
    doc.getMap('items').set(keyOf(writer, n), anItem(keyOf(writer, n), n, 'x'.repeat(200)));
  };
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number !== 0 || !provider.isSynced) return;
    writer.acked += writer.waiting;
    writer.waiting = 0;
    if (!isOver()) setImmediate(next);
  });
  next();
}

/** Numbers of the last answered edit of each item where something older stands, or nothing. */
function lostOf(writer: Writer, items: Y.Map<{ readonly at: number }>): number[] {
  const last = Array.from({ length: Math.min(ITEMS, writer.acked) }, (_, at) => writer.acked - 1 - at);
  return last.filter((n) => (items.get(keyOf(writer, n))?.at ?? -1) < n);
}

async function killHubs(): Promise<{ acked: number; lost: number; hubKills: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-crash-'));
  const port = await freePort();
  const room = `library/${monthOf(Date.now())}`;
  let hub = await startProcess(folder, port);
  const admin = await joinAs(port, inviteIn(hub.admin), 'admin');
  const token = await tokenOf(port, admin);
  const invite = await makeInvite(port, token, { role: 'member', uses: CLIENTS, days: 1 });
  let over = false;
  const writers: Writer[] = [];
  for (let at = 0; at < CLIENTS; at += 1) {
    const identity = await joinAs(port, invite, `w${at}`);
    const device = openRoom(port, room, identity.joined.device, () => tokenOf(port, identity));
    writers.push({ ...device, name: `w${at}`, acked: 0, waiting: 0 });
  }
  for (const writer of writers) write(writer, () => over);
  const ackedNow = () => writers.reduce((sum, { acked }) => sum + acked, 0);
  const until = async (n: number) => {
    const limit = Date.now() + 60_000;
    while (ackedNow() < n && Date.now() < limit) await new Promise((turn) => setTimeout(turn, 5));
  };
  let hubKills = 0;
  for (; hubKills < KILLS; hubKills += 1) {
    await until((hubKills + 1) * BETWEEN);
    await hub.kill();
    hub = await startProcess(folder, port);
  }
  await until((KILLS + 1) * BETWEEN);
  over = true;
  await hub.kill();
  for (const writer of writers) writer.close();
  const store = await openStore(folder);
  const doc = await new RoomLog(store.db, () => undefined).read(room);
  const items = doc.getMap<{ readonly at: number }>('items');
  const lost = writers.flatMap((writer) => lostOf(writer, items)).length;
  await store.close();
  rmSync(folder, { recursive: true });
  return { acked: ackedNow(), lost, hubKills: hubKills + 1 };
}

/** What is acknowledged and lost where the hub is killed under writing clients, and where the browser is. */
export async function benchCrash(): Promise<object> {
  const hubs = await killHubs();
  const browsers = await killBrowsers();
  return {
    acked: hubs.acked + browsers.acked,
    lost: hubs.lost + browsers.lost,
    hubKills: hubs.hubKills,
    browserKills: browsers.kills,
  };
}
