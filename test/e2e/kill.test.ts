import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollupCell } from '../../src/activity/rollup.ts';
import { Capture } from '../../src/capture/capture.ts';
import { ShareRow } from '../../src/share/tables.ts';
import { findChromium } from '../run/browsers.ts';
import { PAIR, Stage } from './stage.ts';

const KILLS = 3;
/** The longest a browser lives once it is pressed, ms: a share takes about 100, a capture with its picture 200. */
const LONGEST = 600;

/** Mulberry32: the same seed gives the same moments. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Adds rows up anew, as the diary should have done. */
function summed<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[keyOf(row)] = (sums[keyOf(row)] ?? 0) + 1;
  return sums;
}

/**
 * Holds the whole diary against itself: every share and capture is there with all that belongs to it. Gives the
 * number of events.
 */
async function whole(stage: Stage): Promise<number> {
  const events = await stage.rows('events');
  const links = await stage.rows('links');
  const captures = await stage.rows('captures');
  const about = (type: string) => new Set(events.filter((one) => one.type === type).map((one) => one.about));
  const sorted = (ids: Iterable<string>) => [...ids].sort();

  for (const link of links) expect(ShareRow.safeParse(link).success).toBe(true);
  expect(sorted(about('prepared'))).toEqual(sorted(links.map(({ id }) => id)));
  const prepared = about('prepared');
  expect([...about('opened')].filter((id) => !prepared.has(id))).toEqual([]);

  for (const capture of captures) expect(Capture.safeParse(capture).success).toBe(true);
  expect(sorted(about('captured'))).toEqual(sorted(captures.map(({ id }) => id)));
  const media = new Map((await stage.rows('media')).map((medium) => [medium.hash, medium.sum]));
  for (const picture of captures.flatMap(({ pictures }) => pictures))
    if (picture.state === 'stored') expect(media.get(picture.hash)).toBe(picture.hash);

  const counted: Record<string, number> = {};
  for (const day of await stage.rows('rollups'))
    for (const [cell, n] of Object.entries(day.counts)) counted[cell] = (counted[cell] ?? 0) + n;
  expect(counted).toEqual(summed(events, rollupCell));

  const marks = await stage.rows('marks');
  const shared = events.filter(({ type }) => type === 'prepared');
  const kept = events.filter(({ type }) => type === 'captured');
  const standing = (name: 'shared' | 'kept') =>
    Object.fromEntries(marks.filter((mark) => mark[name] > 0).map((mark) => [mark.post, mark[name]]));
  expect(standing('shared')).toEqual(summed(shared, ({ post }) => post));
  expect(standing('kept')).toEqual(summed(kept, ({ post }) => post));
  return events.length;
}

/** Runs in the page: the middle of each pair's two buttons, which share it between them. */
function middles(pair: string): { x: number; y: number }[][] {
  return [...document.querySelectorAll(pair)].map((host) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    return [0.25, 0.75].map((at) => ({ x: left + width * at, y: top + height / 2 }));
  });
}

describe.skipIf(!findChromium())('a browser that is killed', () => {
  let profile: string;
  beforeAll(() => {
    profile = mkdtempSync(join(tmpdir(), 'musubi-kill-'));
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  it(`keeps every share and capture whole or not at all, over ${KILLS} kills in the midst of them`, {
    timeout: 180_000,
  }, async () => {
    const seed = Number(process.env.MUSUBI_SEED ?? Date.now() % 1_000_000);
    console.log(`kill.test.ts: MUSUBI_SEED=${seed}`);
    const moment = randomBy(seed);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const stage = await Stage.open({ userDataDir: profile, brief: true });
      const before = await whole(stage);
      const page = await stage.feed(stage.hosts.pages.x);
      const choice = randomBy(seed + kill + 1);
      const places = await page.evaluate(middles, PAIR);
      const press = async (step: number) => {
        const place = places[Math.floor(choice() * places.length)]?.[1 - (step % 2)];
        if (place) await page.mouse.click(place.x, place.y);
      };
      await press(kill);
      const pressing = (async () => {
        for (let step = kill + 1; ; step += 1) await press(step);
      })().catch(() => 'the browser is gone');
      // Every other time something was done before: else, on a busy machine, nothing would be tried.
      if (kill % 2 === 1)
        await expect.poll(async () => (await stage.rows('events')).length).toBeGreaterThan(before);
      const { promise, resolve } = Promise.withResolvers<void>();
      // The moment is what is drawn by lot here: nothing is waited for.
      setTimeout(resolve, moment() * LONGEST);
      await promise;
      await stage.kill();
      await pressing;
    }
    const stage = await Stage.open({ userDataDir: profile, brief: true });
    const events = await whole(stage);
    expect(events).toBeGreaterThanOrEqual(Math.floor(KILLS / 2));
    const states = async () =>
      (await stage.rows('captures')).flatMap(({ pictures }) => pictures.map(({ state }) => state));
    await expect.poll(states).not.toContain('pending');
    await stage.close();
  });
});
