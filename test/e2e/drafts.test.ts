import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { findChromium } from '../run/browsers.ts';
import { inSheet } from './in-sheet.ts';
import { knot, SHEET, Stage } from './stage.ts';

/** Runs in a page of the extension's own: has the one draft come due so long from now, ms, and tells nobody. */
async function comesDue(from: number): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const diary = await answer(indexedDB.open('musubi'));
  const rows = diary.transaction('drafts', 'readwrite').objectStore('drafts');
  const [draft] = await answer(rows.getAll());
  await answer(rows.put({ ...draft, remind: Date.now() + from }));
  diary.close();
}

/** In place of a hub that counts and a choice in Settings: so many people, seen by nobody yet. */
async function clicksCome(people: number): Promise<void> {
  const opening = indexedDB.open('musubi');
  const diary = await new Promise<IDBDatabase>((done) => {
    opening.onsuccess = () => done(opening.result);
  });
  const writing = diary.transaction(['settings', 'deviceState', 'clickDays'], 'readwrite');
  const day = Math.floor(Date.now() / 86_400_000);
  writing.objectStore('settings').put({ name: 'clickBadge', value: { on: true } });
  writing.objectStore('deviceState').put({ name: 'clicksSeen', value: { from: day, people: 0 } });
  const counted = { places: {}, devices: {}, countries: {}, hours: { 0: { human: people } } };
  const row = { id: `AbCdEfGhIj0 ${day}`, link: 'AbCdEfGhIj0', day, at: day * 86_400_000, from: 'hub' };
  writing.objectStore('clickDays').put({ ...row, ...counted });
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  diary.close();
}

describe.skipIf(!findChromium())('a share set aside', () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'musubi-drafts-'));
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ brief: true, userDataDir });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(userDataDir, { recursive: true, force: true });
  });
  const badge = () => stage.asExtension(() => chrome.action.getBadgeText({}));
  const key = async () => {
    const [draft] = await stage.rows('drafts');
    return draft?.post ?? '';
  };

  it('by the sheet of a feed waits with what was written; its alarm wakes us and shows it', async () => {
    const feed = await stage.feed(stage.hosts.pages.x);
    await knot(feed, 0).click({ modifiers: ['Shift'] });
    await inSheet(feed, async (sheet) => {
      await sheet.locator(`${SHEET} textarea`).fill('Not yet');
      await sheet.locator(SHEET).getByRole('button', { name: en.sheetLater }).click();
      await sheet.locator(SHEET).getByRole('button', { name: en.laterNone }).click();
      await expect
        .poll(() => sheet.locator(`${SHEET} .note[data-tone="done"]`).innerText())
        .toContain(en.draftAside);
    });
    expect(await badge()).toBe('');
    // In place of an evening's wait: the same row, due in a moment, and the background told of it.
    await stage.asExtension(comesDue, 2000);
    await stage.asExtension(() => chrome.runtime.sendMessage({ musubi: 1, name: 'draft.look', ask: {} }));
    expect(await badge()).toBe('');
    await expect.poll(badge).toBe('1');
    expect(await stage.rows('events')).toEqual([]);
  });

  it('opens in the companion with all that was written, and the badge goes', async () => {
    const page = await stage.running.page(`companion.html#/drafts/${encodeURIComponent(await key())}`);
    await expect.poll(() => page.locator(`${SHEET} textarea`).inputValue()).toBe('Not yet');
    await expect.poll(badge).toBe('');
    expect(await stage.rows('drafts')).toHaveLength(1);
    await page.close();
  });

  it('stands in the panel beside a page', async () => {
    const panel = await stage.running.page('sidepanel.html');
    await expect.poll(() => panel.locator('main').innerText()).toContain('Not yet');
    await expect.poll(() => panel.locator('main').innerText()).toContain(en.panelInboxNone);
    await panel.close();
  });

  it('leaves its place on our icon to new clicks where those were chosen, until Me is opened', async () => {
    await stage.asExtension(clicksCome, 3);
    await stage.asExtension(() => chrome.runtime.sendMessage({ musubi: 1, name: 'draft.look', ask: {} }));
    await expect.poll(badge).toBe('3');
    const page = await stage.running.page('companion.html#/me');
    await expect.poll(badge).toBe('');
    await page.close();
  });

  it('whose moment came while the browser was closed is shown when it is there again', async () => {
    // In place of a night's wait: a moment that has passed, of which nobody was told.
    await stage.asExtension(comesDue, -60_000);
    expect(await badge()).toBe('');
    await stage.close();
    stage = await Stage.open({ brief: true, userDataDir });
    await expect.poll(badge).toBe('1');
  });
});
