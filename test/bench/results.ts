import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { fold } from '../../src/activity/stats.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { startHub } from '../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../src/hub-sides.ts';
import type { NewClick } from '../../src/link/hub/click-log.ts';
import { linkHub } from '../../src/link/hub/link-hub.ts';
import { resultsHub } from '../../src/results/hub/results-hub.ts';
import { readRoom, together } from '../../src/results/read.ts';
import { monthOf } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import { randomFrom } from '../unit/random.ts';
import { median, quantile, round } from './figures.ts';
import { freePort } from './hub-process.ts';

const CLICKS = Number(process.env.MUSUBI_CLICKS ?? 10_000_000);
const MEMBERS = 10_000;
const LINKS_EACH = 3;
const HOURS = 28 * 24;
/** Clicks that are on their way at a time. */
const AHEAD = 2000;
const CHANNELS = ['x', 'line', 'linkedin', 'facebook', 'bluesky', 'wechat'];
const PROBE_EVERY_MS = 250;
const DASHBOARDS = 9;
const HOUR = 3_600_000;

const memberId = (n: number) => `member-${String(n).padStart(6, '0')}`;
const linkId = (n: number) => n.toString(36).padStart(11, '0');

/** Members in groups and regions, each with some links of campaigns and materials, as if they had always been there. */
async function fill(folder: string, at: number): Promise<void> {
  const { db, close } = await openStore(folder);
  const rest = { name: 'A member', role: 'member', at, removed: null };
  const members = Array.from({ length: MEMBERS }, (_, n) => ({
    ...rest,
    id: memberId(n),
    part: `group-${String(n % 60).padStart(4, '0')}`,
    region: `region-${String(n % 12).padStart(4, '0')}`,
    listed: n % 3 === 0 ? 0 : 1,
  }));
  const links = Array.from({ length: MEMBERS * LINKS_EACH }, (_, n) => ({
    id: linkId(n),
    member: memberId(n % MEMBERS),
    at,
    changed: at,
    stamp: n + 1,
    record: JSON.stringify({
      id: linkId(n),
      nonce: '0'.repeat(32),
      at,
      target: `https://shop.example/p/${n % 500}`,
      channel: CHANNELS[n % CHANNELS.length],
      site: ['x', 'youtube', 'linkedin', 'reddit', `blog-${n % 300}.example`][n % 5],
      campaign: `campaign-${n % 40}`,
      item: `item-${n % 400}`,
      title: 'A title',
      picture: '',
      until: 0,
      paused: false,
    }),
    asked: null,
  }));
  // Open: how soon a click is seen is what is measured. A guarded team sees it at the next hour.
  const figures = JSON.stringify([{ mode: 'open', few: 5, since: '2000-01' }]);
  await db.insertInto('meta').values({ name: 'figures', value: figures }).execute();
  await db.transaction().execute(async (within) => {
    for (let from = 0; from < members.length; from += 500)
      await within
        .insertInto('member')
        .values(members.slice(from, from + 500))
        .execute();
    for (let from = 0; from < links.length; from += 500)
      await within
        .insertInto('link')
        .values(links.slice(from, from + 500))
        .execute();
  });
  await close();
}

/** One click of the stream. Some links are followed far more than others, as it is with what people share. */
function clicks(): () => NewClick {
  // The same clicks in every run.
  const next = randomFrom(6);
  const all = MEMBERS * LINKS_EACH;
  return () => {
    const link = linkId(Math.floor(all * next() ** 4));
    const kind = next();
    const word = kind < 0.72 ? 'browser' : kind < 0.82 ? 'app' : kind < 0.9 ? 'preview' : 'tool';
    const visitor = Math.floor(next() * 1e6).toString(36);
    return {
      link,
      word,
      visitor,
      near: visitor.slice(-3),
      network: `${link} ${visitor.slice(-3)}`,
      referrer: next() < 0.5 ? 't.co' : '',
      device: next() < 0.6 ? 'phone' : 'desktop',
      own: false,
      qr: next() < 0.05,
    };
  };
}

/** Sums of all classes that the results room tells. */
function told(doc: Y.Doc): number {
  let sum = 0;
  for (const value of doc.getMap('days').values())
    for (const [cell, n] of Object.entries((value as { counts: Record<string, number> }).counts))
      if (/^(?:clicked|scanned|own|duplicate|capped|bot|preview|prefetch)\|/.test(cell)) sum += n;
  return sum;
}

/** How long after a click was answered the room of results tells of it, ms: a probe every so often. */
class Lags {
  readonly lags: number[] = [];
  private readonly probes: { recorded: number; at: number }[] = [];
  private last = 0;

  recorded(n: number): void {
    const now = performance.now();
    if (now - this.last < PROBE_EVERY_MS) return;
    this.last = now;
    this.probes.push({ recorded: n, at: now });
  }

  seen(n: number): void {
    while (this.probes[0] && this.probes[0].recorded <= n)
      this.lags.push(performance.now() - (this.probes.shift()?.at ?? 0));
  }
}

async function ingest(
  hub: Hub,
  turn: (share: number) => void,
  doc: Y.Doc,
): Promise<{ seconds: number; lags: Lags }> {
  const next = clicks();
  const lags = new Lags();
  let recorded = 0;
  doc.on('update', () => lags.seen(told(doc)));
  const began = performance.now();
  for (let sent = 0; sent < CLICKS; ) {
    const some = Math.min(AHEAD, CLICKS - sent);
    turn(sent / CLICKS);
    await Promise.all(
      Array.from({ length: some }, () =>
        hub
          .service(linkHub)
          .record(next())
          .then(() => {
            recorded += 1;
          }),
      ),
    );
    sent += some;
    lags.recorded(recorded);
    if (sent % 1_000_000 < AHEAD)
      console.error(`${sent} clicks, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  await hub.settled();
  return { seconds: (performance.now() - began) / 1000, lags };
}

/** The room of results as a member's device takes it in and draws it: from its bytes to the sums of every table. */
function dashboard(bytes: Uint8Array): number {
  const began = performance.now();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  const items = (root: string) => new Map(Object.entries(doc.getMap(root).toJSON()));
  const results = together([readRoom(items)]);
  const [first = 0, last = 0] = [Math.min, Math.max].map((of) => of(...results.days.map(({ day }) => day)));
  fold(results.days, first, last);
  doc.destroy();
  return performance.now() - began;
}

/**
 * Ten million clicks on the links of ten thousand members: recorded, counted, shown, and counted again. What a request takes
 * before it is a click (HTTP, hashing) is the other bench's.
 */
export async function benchResults(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-results-'));
  const start = Date.UTC(2026, 9, 2);
  let now = start;
  await fill(folder, start);
  const port = await freePort();
  const settings = {
    host: '127.0.0.1',
    port,
    folder,
    address: `http://127.0.0.1:${port}`,
  };
  const { hub, stop } = await startHub(settings, (what, about) => console.error(what, about ?? ''), {
    capabilities: HUB_CAPABILITIES,
    now: () => now,
  });
  const name = `results/${monthOf(start)}`;
  await hub.service(resultsHub).projector.refresh();
  const connection = await hub.services.rooms.server.openDirectConnection(name);
  const doc = connection.document;
  if (!doc) throw new Error('no room of results');
  const turn = (share: number) => {
    now = start + Math.floor(share * HOURS) * HOUR;
  };
  const { seconds, lags } = await ingest(hub, turn, doc);
  const shown = told(doc);
  if (shown !== CLICKS) throw new Error(`${shown} of ${CLICKS} clicks are told`);
  const bytes = Y.encodeStateAsUpdate(doc);
  const dashboards = Array.from({ length: DASHBOARDS }, () => dashboard(bytes));
  const again = performance.now();
  const changed = await hub.service(linkHub).countAgain();
  const recomputeSec = (performance.now() - again) / 1000;
  if (changed !== 0) throw new Error(`${changed} days came out differently`);
  const bytesOnDisk = statSync(join(folder, 'hub.sqlite')).size;
  await connection.disconnect();
  await stop();
  rmSync(folder, { recursive: true });
  return {
    clicks: CLICKS,
    members: MEMBERS,
    ingestPerSec: round(CLICKS / seconds, 0),
    rollupLagP95Ms: round(quantile(lags.lags, 0.95), 0),
    probes: lags.lags.length,
    recomputeSec: round(recomputeSec, 1),
    dashboardMs: round(median(dashboards), 1),
    resultsRoomBytes: bytes.length,
    databaseBytes: bytesOnDisk,
  };
}
