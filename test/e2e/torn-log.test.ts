import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { launchChromium } from './chromium.ts';

const WRITES = 20;

/** Runs in a page of the extension: adds rows one by one, each on the disk before the next. How many were there before. */
async function addRows(count: number): Promise<number> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('torn', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('rows', { autoIncrement: true });
  };
  const db = await answer(opening);
  const before = await answer(db.transaction('rows').objectStore('rows').count());
  for (let n = 0; n < count; n += 1) {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add('x'.repeat(3000));
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
  }
  db.close();
  return before;
}

describe.skipIf(!findChromium())('a browser that was killed in the middle of a write', () => {
  let profile: string;
  beforeAll(() => {
    profile = mkdtempSync(join(tmpdir(), 'musubi-torn-'));
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  const folder = () => {
    const all = join(profile, 'Default/IndexedDB');
    return join(all, readdirSync(all).find((name) => name.endsWith('.leveldb')) ?? '');
  };
  const log = () =>
    join(
      folder(),
      readdirSync(folder())
        .filter((name) => name.endsWith('.log'))
        .sort()
        .at(-1) ?? '',
    );
  /** Writes in a browser of its own, which is killed once `until` holds. How many rows were there before. */
  async function session(until: () => boolean): Promise<number> {
    const running = await launchChromium({
      extensionDir: extensionDir('chrome', 'e2e'),
      userDataDir: profile,
      registered: false,
    });
    const page: Page = await running.page('manifest.json');
    const before = await page.evaluate(addRows, WRITES);
    await expect.poll(until, { timeout: 20_000 }).toBe(true);
    await running.kill();
    return before;
  }

  it('keeps what it wrote before and after, though Chromium goes on behind half a record', async () => {
    const fresh = '000003.log';
    const isRenewed = (than: string) => () => !readdirSync(folder()).includes(than);
    expect(await session(isRenewed(fresh))).toBe(0);
    // The last record of the log is cut through its middle.
    const torn = log();
    truncateSync(torn, statSync(torn).size - 1000);
    const name = torn.split('/').at(-1) ?? '';
    const there = await session(isRenewed(name));
    expect(there).toBeGreaterThanOrEqual(WRITES - 1);
    expect(await session(() => true)).toBe(there + WRITES);
  });
});
