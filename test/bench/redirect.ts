import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { ClickLog } from '../../src/link/hub/click-log.ts';
import { idOf, newNonce } from '../../src/link/short.ts';
import { monthOf } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import { anItem } from './an-item.ts';
import { type Device, type Identity, inviteIn, joinAs, makeInvite, openRoom, tokenOf } from './device.ts';
import { median, quantile, round } from './figures.ts';
import { freePort, type HubProcess, startProcess } from './hub-process.ts';

const CONNECTIONS = 256;
const ROUNDS = 3;
const ROUND_MS = 4000;
const KILLS = 5;
/** Between the start of a load and the kill, ms: other each time. */
const KILL_AFTER = [700, 1100, 900, 1300, 500];
const EDITS = 200;
/** How long the load beside those edits goes on, ms. */
const LOADED_MS = 10_000;

const Load = z.object({
  served: z.int(),
  others: z.int(),
  seconds: z.number(),
  p50: z.number(),
  p99: z.number(),
});
type Load = z.infer<typeof Load>;
const file = (name: string) => new URL(name, import.meta.url).pathname;

/** Servers on the first core and what asks them on the second, where the machine can be told so. */
async function pin(child: ChildProcess, core: number): Promise<void> {
  await promisify(execFile)('taskset', ['-a', '-p', '-c', String(core), String(child.pid)]).catch(
    () => undefined,
  );
}

async function load(port: number, path: string, ms: number): Promise<Load> {
  const child = spawn(
    process.execPath,
    [file('redirect-load.ts'), String(port), path, String(CONNECTIONS), String(ms)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await pin(child, 1);
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await once(child, 'close');
  return Load.parse(JSON.parse(said));
}

/** A hub in a process of its own, a member of it, and a link of theirs. */
interface Hub {
  readonly folder: string;
  readonly port: number;
  readonly identity: Identity;
  readonly path: string;
  process: HubProcess;
}

async function hubWithLink(): Promise<Hub> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-redirect-'));
  const port = await freePort();
  const hub = await startProcess(folder, port);
  await pin(hub.child, 0);
  const identity = await joinAs(port, inviteIn(hub.admin), 'admin');
  const nonce = newNonce();
  const id = await idOf(nonce);
  const room = own(port, identity);
  const rest = {
    channel: 'x',
    site: 'x',
    campaign: '',
    item: '',
    title: '',
    picture: '',
    until: 0,
    paused: false,
  };
  room.doc
    .getMap('links')
    .set(id, { id, nonce, at: Date.now(), target: 'https://shop.example/p?ref=7k3m9q2a', ...rest });
  await answered(room);
  room.close();
  return { folder, port, identity, path: `/${id}`, process: hub };
}

const own = (port: number, identity: Identity): Device =>
  openRoom(port, `member/${identity.joined.member}/${monthOf(Date.now())}`, identity.joined.device, () =>
    tokenOf(port, identity),
  );

async function answered({ provider }: Device): Promise<void> {
  while (!provider.synced || provider.hasUnsyncedChanges) await new Promise((turn) => setTimeout(turn, 1));
}

/** What the log holds, read as the hub reads it. The hub must not be running. */
async function recordedIn({ folder }: Hub): Promise<number> {
  const store = await openStore(folder);
  const log = await ClickLog.open(store.db, Date.now);
  let recorded = 0;
  for (let upto = 0; ; ) {
    const read = await log.after(upto, 500, (batch) => {
      throw new Error(`batch ${batch} cannot be read`);
    });
    if (read.upto === upto) break;
    recorded += read.clicks.length;
    upto = read.upto;
  }
  await store.close();
  return recorded;
}

/** Another member, who reads what the first writes. */
async function another({ port, identity }: Hub): Promise<Identity> {
  const token = await tokenOf(port, identity);
  return joinAs(port, await makeInvite(port, token, { role: 'member', uses: 1, days: 1 }), 'reader');
}

const library = (port: number, identity: Identity): Device =>
  openRoom(port, `library/${monthOf(Date.now())}`, identity.joined.device, () => tokenOf(port, identity));

/** How long an edit takes to be seen by another member while the links are under load, ms: each of many. */
async function syncUnder(hub: Hub): Promise<{ waits: number[]; served: number }> {
  const writer = library(hub.port, hub.identity);
  const reader = library(hub.port, await another(hub));
  await Promise.all([answered(writer), answered(reader)]);
  const loaded = load(hub.port, hub.path, LOADED_MS);
  const waits: number[] = [];
  for (let at = 0; at < EDITS; at += 1) {
    const seen = new Promise((resolve) => reader.doc.once('update', resolve));
    const began = performance.now();
    writer.doc.getMap('items').set('bench', anItem('bench', at, ''));
    await seen;
    waits.push(performance.now() - began);
    await new Promise((turn) => setTimeout(turn, 20));
  }
  const { served } = await loaded;
  writer.close();
  reader.close();
  return { waits, served };
}

/** Answered and not recorded, where the hub is killed under load. */
async function lostAfterKills(hub: Hub, before: number): Promise<number> {
  let [recorded, lost] = [before, 0];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const loaded = load(hub.port, hub.path, 60_000);
    await new Promise((turn) => setTimeout(turn, KILL_AFTER[kill]));
    await hub.process.kill();
    const { served } = await loaded;
    const now = await recordedIn(hub);
    lost += Math.max(0, served - (now - recorded));
    recorded = now;
    hub.process = await startProcess(hub.folder, hub.port);
    await pin(hub.process.child, 0);
  }
  return lost;
}

async function startBare(path: string): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, [file('bare-redirect.ts'), String(port), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await pin(child, 0);
  return { port, child };
}

/** Redirects a second with every click on the disk, against node's bare server on the same core, in turn. */
export async function benchRedirect(): Promise<object> {
  const hub = await hubWithLink();
  const bare = await startBare(hub.path);
  const loads: { bare: Load; hub: Load }[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    loads.push({
      bare: await load(bare.port, hub.path, ROUND_MS),
      hub: await load(hub.port, hub.path, ROUND_MS),
    });
    const said = Object.entries(loads[at] ?? {}).map(
      ([name, one]) => `${name} ${round(one.served / one.seconds, 0)}/s`,
    );
    console.error(`${at}: ${said.join(', ')}`);
  }
  bare.child.kill();
  const { waits, served } = await syncUnder(hub);
  const rps = (name: 'bare' | 'hub') => median(loads.map((one) => one[name].served / one[name].seconds));
  await hub.process.kill();
  const clean = await recordedIn(hub);
  hub.process = await startProcess(hub.folder, hub.port);
  await pin(hub.process.child, 0);
  const lost = await lostAfterKills(hub, clean);
  await hub.process.kill();
  rmSync(hub.folder, { recursive: true });
  return {
    bareNodeRps: round(rps('bare'), 0),
    hubRps: round(rps('hub'), 0),
    ratio: round(
      median(loads.map((one) => one.hub.served / one.hub.seconds / (one.bare.served / one.bare.seconds))),
    ),
    p99Ms: round(median(loads.map((one) => one.hub.p99)), 2),
    served: loads.reduce((sum, one) => sum + one.hub.served, served),
    recorded: clean,
    lostAfterKills: lost,
    kills: KILLS,
    syncP95MsUnderLoad: round(quantile(waits, 0.95), 2),
  };
}
