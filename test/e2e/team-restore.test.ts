import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import type { Running } from '../../src/hub/start.ts';
import type { SentRow } from '../../src/workspace/rooms/tables.ts';
import { findChromium } from '../run/browsers.ts';
import { WEB_DIR } from '../run/build-web.ts';
import { restore } from '../unit/hub/store.ts';
import { hubOn, joins, joinsOnTheWeb } from './joining.ts';
import { withItem } from './library.ts';
import { readRows, Stage } from './stage.ts';

async function adds(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: en.libraryAdd }).click();
  await page.getByLabel(en.libraryTitleField).fill(title);
  await page.getByRole('button', { name: en.librarySave }).click();
  await page.getByText(title, { exact: true }).waitFor();
}

const titles = async (page: Page) => (await page.locator('.library-title').allTextContents()).sort();

describe.skipIf(!findChromium())('a hub whose disk was lost', () => {
  const [before, after, kept] = ['before', 'after', 'kept'].map((name) =>
    mkdtempSync(join(tmpdir(), `musubi-${name}-`)),
  );
  let hub: Running;
  let ann: Stage;
  beforeAll(async () => {
    hub = await hubOn(before ?? '', { web: WEB_DIR });
    ann = await Stage.open({ brief: true, registered: false });
  });
  afterAll(async () => {
    await ann?.close();
    await hub?.stop();
    for (const folder of [before, after, kept]) rmSync(folder ?? '', { recursive: true, force: true });
  });
  /** Somebody's library on the web, who has joined by the link. */
  const libraryOf = async (name: string, link: string): Promise<Page> => {
    const page = await (await ann.private({ locale: 'en' })).newPage();
    await joinsOnTheWeb(page, link, name);
    await page.evaluate(() => location.assign('#/library'));
    return page;
  };
  const left = async (page: Page) => {
    const rows = (await page.evaluate(readRows, 'sent')) as SentRow[];
    return rows.filter(({ state }) => state !== 'sent');
  };

  it('comes back from a backup with all that was in it, and three devices put back all that is newer', async () => {
    if (!after || !before || !kept) throw new Error('no folders');
    await joins(ann.running, hub.admin ?? '', 'Ann');
    const settings = await ann.running.page('companion.html#/settings/lead/people');
    await settings.getByLabel(en.adminInviteUses).fill('2');
    await settings.getByRole('button', { name: en.adminInviteMake }).click();
    const link = await settings.locator('.admin-made input').inputValue();
    const atAnn = await ann.running.page('companion.html#/library');
    const [atBob, atCho] = [await libraryOf('Bob', link), await libraryOf('Cho', link)];
    const pages = [atAnn, atBob, atCho];
    await adds(atAnn, 'In the backup');
    await adds(atAnn, 'Stands as it was');
    await atCho.getByText('Stands as it was').waitFor();
    const backup = join(before, 'backups', await hub.hub.services.backup());

    // Newer than the backup: one that the hub had acknowledged, an edit, and one made while the hub is gone.
    await adds(atBob, 'Acknowledged after it');
    await atAnn.getByText('Acknowledged after it').waitFor();
    await withItem(atCho, en.libraryEditShort);
    await atCho.getByLabel(en.libraryTitleField).fill('Edited after it');
    await atCho.getByRole('button', { name: en.librarySave }).click();
    await atAnn.getByText('Edited after it').waitFor();
    const { port } = hub;
    await hub.stop();
    await adds(atCho, 'Made while it was gone');
    // The backup was kept elsewhere, as backups are.
    cpSync(backup, kept, { recursive: true });
    rmSync(before, { recursive: true, force: true });

    rmSync(after, { recursive: true });
    restore(kept, after);
    hub = await hubOn(after, { port, web: WEB_DIR });
    const all = ['Acknowledged after it', 'Edited after it', 'Made while it was gone', 'Stands as it was'];
    for (const page of pages) await expect.poll(() => titles(page), { timeout: 60_000 }).toEqual(all);
    for (const page of pages) await expect.poll(() => left(page), { timeout: 30_000 }).toEqual([]);
    // A device that comes new gets all of it from the hub alone.
    const more = await ann.running.page('companion.html#/settings/lead/people');
    await more.getByRole('button', { name: en.adminInviteMake }).click();
    const page = await libraryOf('Dai', await more.locator('.admin-made input').inputValue());
    await expect.poll(() => titles(page), { timeout: 30_000 }).toEqual(all);
  }, 120_000);
});
