import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RoomLog } from '../../src/hub/store/log.ts';
import { openStore } from '../../src/hub/store/sqlite.ts';
import { monthOf } from '../../src/workspace/room.ts';
import { killBrowsers } from './crash-browser.ts';
import { type Device, inviteIn, joinAs, makeInvite, openRoom, tokenOf } from './device.ts';
import { freePort, startProcess } from './hub-process.ts';

const CLIENTS = 50;
const KILLS = 20;
/** Edits that have to be acknowledged between two kills. */
const BETWEEN = 520;

interface Writer extends Device {
  readonly name: string;
  /** Keys that the hub has answered. */
  readonly acked: string[];
  /** Keys that are written and not answered yet, in order. */
  waiting: string[];
}

/**
 * Writes one item after the other. The next waits for the answer to the last, which is what a person's device waits
 * for before it says that the team has it.
 */
function write(writer: Writer, isOver: () => boolean): void {
  const { doc, provider, acked } = writer;
  const next = () => {
    const key = `${writer.name}.${acked.length + writer.waiting.length}`;
    writer.waiting.push(key);
    doc.getMap('items').set(key, { id: key, at: 1, words: 'x'.repeat(200) });
  };
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number !== 0 || !provider.isSynced) return;
    acked.push(...writer.waiting);
    writer.waiting = [];
    if (!isOver()) setImmediate(next);
  });
  next();
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
    writers.push({ ...device, name: `w${at}`, acked: [], waiting: [] });
  }
  for (const writer of writers) write(writer, () => over);
  const ackedNow = () => writers.reduce((sum, { acked }) => sum + acked.length, 0);
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
  const items = doc.getMap('items');
  const acked = writers.flatMap((writer) => writer.acked);
  const lost = acked.filter((key) => !items.has(key)).length;
  await store.close();
  rmSync(folder, { recursive: true });
  return { acked: acked.length, lost, hubKills: hubKills + 1 };
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
