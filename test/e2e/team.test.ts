import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import type { Running } from '../../src/hub/start.ts';
import { RoomLog } from '../../src/hub/store/log.ts';
import { findChromium } from '../run/browsers.ts';
import { teamSentence } from '../run/team-sentence.ts';
import { hubOn, joins } from './joining.ts';
import { withItem } from './library.ts';
import { roomDatabases, Stage } from './stage.ts';

const opened = (n: number) => teamSentence('teamSentence', n);

describe.skipIf(!findChromium())('two people in a team', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-hub-'));
  let hub: Running;
  let [ann, bob]: Stage[] = [];
  let annPage: Page;
  let bobPage: Page;
  beforeAll(async () => {
    hub = await hubOn(folder);
    [ann, bob] = [await Stage.open({ brief: true }), await Stage.open({ brief: true })];
  });
  afterAll(async () => {
    await Promise.all([ann?.close(), bob?.close()]);
    await hub?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const stages = () => {
    if (!ann || !bob) throw new Error('no browsers');
    return { ann, bob };
  };

  it('join by links, the first as admin, who names the team and invites', async () => {
    const { ann, bob } = stages();
    annPage = await joins(ann.running, hub.admin ?? '', 'Ann', { isOpen: true });
    const settings = await ann.running.page('companion.html#/settings/lead/profile');
    await settings.getByLabel(en.adminName).fill('Kissa');
    await settings.getByRole('button', { name: en.adminSave, exact: true }).click();
    await settings.getByText(en.adminSaved).waitFor();
    await settings.getByRole('link', { name: en.adminTitle }).last().click();
    await settings.getByRole('link', { name: en.adminPeople }).click();
    await settings.getByRole('button', { name: en.adminInviteMake }).click();
    const link = await settings.locator('.admin-made input').inputValue();
    bobPage = await joins(bob.running, link, 'Bob');
    await bobPage.getByText('Kissa').first().waitFor();
    await annPage.getByText('Bob').waitFor();
    await settings.close();
  });

  it('add to the library, edit each other, decide, and go back', async () => {
    const { ann, bob } = stages();
    const [at, other] = [
      await ann.running.page('companion.html#/library'),
      await bob.running.page('companion.html#/library'),
    ];
    await other.getByRole('button', { name: en.libraryAdd }).click();
    await other.getByLabel(en.libraryTitleField).fill('Autumn coffee');
    await other.getByLabel(en.libraryLink, { exact: true }).fill('https://kissa.example/autumn');
    await other.getByLabel(en.libraryWords, { exact: true }).fill('秋のコーヒーができました');
    await other.getByRole('button', { name: en.librarySave }).click();
    await at.getByText('Autumn coffee').waitFor();
    await withItem(at, en.libraryApprove);
    await other.locator('[data-verdict="approved"]').waitFor();
    await withItem(at, en.libraryEditShort);
    await at.getByLabel(en.libraryTitleField).fill('Winter coffee');
    await at.getByRole('button', { name: en.librarySave }).click();
    await other.getByText('Winter coffee').waitFor();
    // What was approved is not what stands there now.
    await other.locator('[data-verdict="suggested"]').waitFor();
    await withItem(other, en.libraryHistory);
    await other.getByRole('button', { name: en.libraryPutBack }).click();
    await at.getByText('Autumn coffee').waitFor();
    await other.getByRole('searchbox').fill('コーヒー');
    await other.getByText('Autumn coffee').waitFor();
    await other.getByRole('searchbox').fill('紅茶');
    await other.getByText(en.libraryNoMatch).waitFor();
    await Promise.all([at.close(), other.close()]);
  });

  it('see what the team opened, and what left the device', async () => {
    const { ann } = stages();
    const feed = await ann.feed(ann.hosts.pages.x);
    await ann.share(feed, 0);
    await feed.close();
    await bobPage.getByText(opened(1)).waitFor({ timeout: 20_000 });
    // Bob may see it before Ann's device has noted that it was answered.
    const states = async () =>
      (await ann.rows('sent')).filter(({ root }) => root === 'events').map(({ state }) => state);
    await expect.poll(states).toEqual(['sent', 'sent']);
  });

  it('lose nothing where the hub is away for a while', async () => {
    const { ann } = stages();
    const { port } = hub;
    await hub.stop();
    const feed = await ann.feed(ann.hosts.pages.x);
    await ann.share(feed, 1);
    await feed.close();
    await annPage.getByText(en.navWaiting.other.replace('{n}', '2')).waitFor({ timeout: 20_000 });
    hub = await hubOn(folder, { port });
    await bobPage.getByText(opened(2)).waitFor({ timeout: 60_000 });
    await annPage.getByText(en.navSavedTeam).waitFor({ timeout: 20_000 });
  });

  it('see that one thing was not accepted, and not what waited beside it', async () => {
    const { ann } = stages();
    const { port } = hub;
    await hub.stop();
    const library = await ann.running.page('companion.html#/library');
    const titles = ['One that is fine', 'One that is not', 'Another that is fine'];
    for (const title of titles) {
      await library.getByRole('button', { name: en.libraryAdd }).click();
      await library.getByLabel(en.libraryTitleField).fill(title);
      await library.getByRole('button', { name: en.librarySave }).click();
      await library.getByText(title, { exact: true }).waitFor();
    }
    const { append } = RoomLog.prototype;
    // Before the hub is there: the device comes back in the moment in which it is.
    const judging = vi.spyOn(RoomLog.prototype, 'append').mockImplementation(function (
      this: RoomLog,
      entry,
      apply,
    ) {
      return Buffer.from(entry.bytes).includes('One that is not')
        ? Promise.reject(Object.assign(new Error('value'), { code: 4403, reason: 'value' }))
        : append.call(this, entry, apply);
    });
    hub = await hubOn(folder, { port });
    const states = async () =>
      (await ann.rows('sent'))
        .filter(({ value }) => titles.includes(String((value as { title?: string }).title)))
        .map(({ value, state, reason }) => `${(value as { title: string }).title}: ${state} ${reason}`)
        .sort();
    await expect
      .poll(states, { timeout: 40_000 })
      .toEqual(['Another that is fine: sent ', 'One that is fine: sent ', 'One that is not: refused value']);
    judging.mockRestore();
    await library.close();
  });

  it('are out where they are removed: the team goes, their own diary stays', async () => {
    const { ann, bob } = stages();
    const settings = await ann.running.page('companion.html#/settings/lead/people');
    const row = settings.locator('.admin-person', { hasText: 'Bob' });
    await row.getByRole('button', { name: en.adminRemove, exact: true }).click();
    await settings
      .getByRole('alertdialog')
      .getByRole('button', { name: en.adminRemove, exact: true })
      .click();
    await bobPage.getByText(en.teamRemoved).waitFor({ timeout: 20_000 });
    expect([await bob.rows('edits'), await bob.rows('roomStores')]).toEqual([[], []]);
    await expect.poll(() => bobPage.evaluate(roomDatabases)).toEqual([]);
    expect(await bob.rows('deviceKeys')).toEqual([]);
  });
});
