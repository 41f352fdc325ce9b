import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../src/hub/store/commit-queue.ts';
import { RoomLog } from '../../src/hub/store/log.ts';
import type { Store } from '../../src/hub/store/sqlite.ts';
import { openStore } from '../unit/hub/store.ts';
import { median, round } from './figures.ts';
import { OldLog } from './old-log/log.ts';

const ROUNDS = 5;
/** Updates of a round, and how many wait at once: those of a hub under load. */
const UPDATES = 20_000;
const WAITING = 200;
const ROOMS = 50;

type Log = Pick<RoomLog, 'append'>;

/** An edit as most are: one item of a few fields. */
function entry(n: number): Entry {
  const value = { id: `item-${n}`, text: 'A short note about what a customer liked, and why.', at: n };
  return {
    room: `member/${n % ROOMS}/2026-12`,
    member: `member-${n % ROOMS}`,
    device: n % ROOMS,
    at: n,
    bytes: new Uint8Array(180).fill(n % 251),
    changes: [{ root: 'links', key: value.id, value }],
  };
}

/** Updates a second that a log commits. */
async function speedOf(log: Log): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < UPDATES; from += WAITING)
    await Promise.all(
      Array.from({ length: WAITING }, (_, n) => log.append(entry(from + n), () => undefined)),
    );
  return UPDATES / ((performance.now() - began) / 1000);
}

async function inStore(make: (store: Store) => Log): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-growth-'));
  const store = await openStore(folder);
  const speed = await speedOf(make(store));
  await store.close();
  rmSync(folder, { recursive: true });
  return speed;
}

/** How the hub grows. So far: what the log on SQLite gained against the writer of before, in rounds beside each other. */
export async function benchGrowth(): Promise<object> {
  const speeds = { ours: [] as number[], before: [] as number[] };
  for (let n = 0; n < ROUNDS; n += 1) {
    speeds.before.push(await inStore(({ db }) => new OldLog(db)));
    speeds.ours.push(await inStore(({ db }) => new RoomLog(db, () => undefined)));
    console.error(
      `round ${n}: before ${speeds.before.at(-1)?.toFixed(0)}/s, now ${speeds.ours.at(-1)?.toFixed(0)}/s`,
    );
  }
  const [ours, before] = [median(speeds.ours), median(speeds.before)];
  return {
    logPerSec: round(ours, 0),
    logBeforePerSec: round(before, 0),
    sqliteLogGain: round(ours / before, 2),
  };
}
