import { record } from '../../src/activity/diary.ts';
import { dayOf, type Event, startOfDay } from '../../src/activity/event.ts';
import { events } from '../../src/activity/events.ts';
import { bump, type Rollup, rollupCell, rollups } from '../../src/activity/rollup.ts';
import { TABLES } from '../../src/app/declared.ts';
import { statsWithClicks } from '../../src/link/stats.ts';
import { openWorkspace } from '../../src/workspace/open.ts';

const DAYS = 365;
const TYPES = ['prepared', 'opened', 'captured', 'looked'] as const;
const CHANNELS = ['x', 'bluesky', 'linkedin', 'line', 'hatena', 'threads'];
const SITES = ['x', 'bluesky', 'mastodon', 'reddit'];

const numbered = (prefix: string, i: number) => `${prefix}-${String(i).padStart(9, '0')}`;

/** An invented event: the same number gives the same event. */
function eventAt(i: number, total: number, now: number): Event {
  const at = now - Math.floor(((total - i) / total) * DAYS * 86_400_000);
  const type = TYPES[i % 4] ?? 'prepared';
  const site = SITES[(i * 7) % 4] ?? 'x';
  return {
    id: numbered('bench', i),
    at,
    day: dayOf(at),
    type,
    site,
    place: `${site}.example`,
    channel: type === 'captured' || type === 'looked' ? '' : (CHANNELS[(i * 5) % 6] ?? 'x'),
    post: `${site}:${i % 50_000}`,
    about: numbered('link', i),
    title: `秋の深煎り「夕凪」ができました ${i}`,
    undone: 0,
  };
}

/**
 * Adds rows in one transaction of the engine's own: a million by the product's way (checked, awaited, flushed to the
 * disk one by one) would take longer than all that is measured afterwards.
 */
function addAll(db: IDBDatabase, rows: readonly Event[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(events.name, 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore(events.name);
    for (const row of rows) store.add(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Everything the bench does inside an extension page, with the product's own rules over the product's own tables. */
const bench = {
  /** Fills the diary and its rollups in chunks; gives bytes used before and after. */
  async fill(total: number): Promise<{ before: number; after: number }> {
    const workspace = openWorkspace(TABLES);
    const usage = async () => (await navigator.storage.estimate()).usage ?? 0;
    const before = await usage();
    const now = Date.now();
    const days = new Map<number, Rollup>();
    await workspace.diary.open();
    const db = workspace.diary.backendDB();
    for (let from = 0; from < total; from += 10_000) {
      const chunk = Array.from({ length: Math.min(10_000, total - from) }, (_, i) =>
        eventAt(from + i, total, now),
      );
      for (const event of chunk) {
        days.set(
          event.day,
          bump(days.get(event.day) ?? { day: event.day, counts: {} }, rollupCell(event), 1),
        );
      }
      await addAll(db, chunk);
    }
    await workspace.rows(rollups).bulkPut([...days.values()]);
    const after = await usage();
    workspace.close();
    return { before, after };
  },

  /** Milliseconds that a year's statistics take, so many times. */
  async stats(times: number): Promise<number[]> {
    const workspace = openWorkspace(TABLES);
    const today = dayOf(Date.now());
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const began = performance.now();
      const stats = await statsWithClicks(workspace, today - 364, today);
      took.push(performance.now() - began);
      if (stats.days.length !== 365 || stats.totals.prepared === 0)
        throw new Error('the statistics are empty');
    }
    workspace.close();
    return took;
  },

  /** The yardstick: the same by reading every event, in ms. */
  async scan(): Promise<number> {
    const workspace = openWorkspace(TABLES);
    const from = startOfDay(dayOf(Date.now()) - 364);
    const counts = new Map<string, number>();
    const began = performance.now();
    await workspace
      .rows(events)
      .where('at')
      .aboveOrEqual(from)
      .each((event) => {
        const cell = `${event.day}|${rollupCell(event)}`;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      });
    const took = performance.now() - began;
    workspace.close();
    if (counts.size === 0) throw new Error('the scan found nothing');
    return took;
  },

  /** Milliseconds that recording one event takes, with its rollup, on the disk. */
  async append(times: number): Promise<number[]> {
    const workspace = openWorkspace(TABLES);
    const now = Date.now();
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const event = { ...eventAt(i, times, now), id: `append-${now}-${i}`, at: now, day: dayOf(now) };
      const began = performance.now();
      await record(workspace, event);
      took.push(performance.now() - began);
    }
    workspace.close();
    return took;
  },
};

declare global {
  var musubiBench: typeof bench;
}
globalThis.musubiBench = bench;
