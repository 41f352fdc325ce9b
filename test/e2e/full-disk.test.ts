import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { findChromium } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { bookmark, knot, Stage, said, shows, stripButton } from './stage.ts';

/** The extension without its right to unlimited storage: Chromium's small quota is then a full disk for it. */
function limited(): string {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-limited-'));
  cpSync(extensionDir('chrome', 'e2e'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}

/** Runs in a page of the extension's own: whether the browser refuses a write for want of room. */
async function isFull(): Promise<boolean> {
  const diary = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('probe', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const writing = diary.transaction('rows', 'readwrite');
  writing.objectStore('rows').put(new Uint8Array(10), 1);
  const full = await new Promise<boolean>((resolve) => {
    writing.oncomplete = () => resolve(false);
    writing.onabort = () => resolve(writing.error?.name === 'QuotaExceededError');
  });
  diary.close();
  return full;
}

describe.skipIf(!findChromium())('a full disk', () => {
  let folder: string;
  let stage: Stage;
  let feed: Page;
  let companion: Page;
  let session: CDPSession;
  /** Makes the disk full, or gives it room again. The browser remembers for a while what room it had: waited for. */
  const fill = async (full: boolean) => {
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: `chrome-extension://${stage.running.extensionId}`,
      ...(full ? { quotaSize: 1 } : {}),
    });
    await expect.poll(() => stage.asExtension(isFull), { timeout: 40_000, interval: 250 }).toBe(full);
  };
  const rows = async () => [
    (await stage.rows('links')).length,
    (await stage.rows('events')).length,
    (await stage.rows('captures')).length,
  ];
  beforeAll(async () => {
    folder = limited();
    stage = await Stage.open({ extensionDir: folder });
    companion = await stage.running.page('companion.html#/settings');
    session = await stage.running.context.newCDPSession(companion);
    feed = await stage.feed(stage.hosts.pages.x);
    await stage.share(feed, 0);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is said at the press, which copies nothing, opens nothing and records nothing', async () => {
    const before = await rows();
    const copied = await stage.clipboard();
    await feed.bringToFront();
    await fill(true);
    const windows = stage.running.context.pages().length;
    await knot(feed, 1).click();
    await expect.poll(() => said(feed)).toBe(en.feedFull);
    expect(stage.running.context.pages()).toHaveLength(windows);
    await bookmark(feed, 2).click();
    await expect.poll(() => said(feed)).toBe(en.feedFull);
    expect(await rows()).toEqual(before);
    await shows(feed, 'first', 1, false);
    await shows(feed, 'last', 2, false);
    expect(await stage.clipboard()).toBe(copied);
  });

  it('is said in the companion, and what was chosen stays as it was', async () => {
    await companion.bringToFront();
    const country = companion.getByRole('combobox', { name: en.countryLabel });
    const before = await country.inputValue();
    await country.selectOption(before === 'CN' ? 'UK' : 'CN');
    await companion.getByText(en.failureFull).first().waitFor();
    await companion.reload();
    expect(await country.inputValue()).toBe(before);
  });

  it('is over once there is room: the same press goes through', async () => {
    await feed.bringToFront();
    await bookmark(feed, 2).click();
    await expect.poll(() => said(feed)).toBe(en.feedFull);
    // Pointed at, it stays: the browser takes its time to find the room.
    await stripButton(feed, en.feedTryAgain).hover();
    await fill(false);
    const before = await rows();
    await stripButton(feed, en.feedTryAgain).click();
    await shows(feed, 'last', 2, true);
    expect((await rows())[2]).toBe((before[2] ?? 0) + 1);
  });
});
