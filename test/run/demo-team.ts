import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import en from '#words/en.json' with { type: 'json' };
import { type Running, startHub } from '../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../src/hub-sides.ts';
import { readRoom, together } from '../../src/results/read.ts';
import { teamCounts } from '../../src/results/team-report.ts';
import { monthOf } from '../../src/workspace/room.ts';
import { launchChromium, type RunningChromium } from '../e2e/chromium.ts';
import { joins } from '../e2e/joining.ts';
import { knot, PAIR } from '../e2e/stage.ts';
import { extensionDir } from './build.ts';
import { follow, MACHINES, person } from './follow.ts';
import { relate } from './related.ts';
import { teamSentence } from './team-sentence.ts';

export interface TeamDone {
  readonly members: number;
  readonly items: number;
  /** Whether everybody has the same library after two wrote while the hub was away. */
  readonly merged: boolean;
  /** Shares that the hub has folded into the team's results. */
  readonly results: number;
}

/** Requests for a shared link by what the hub counted them as: it adds up to all of them. */
export interface LinksDone {
  readonly clicks: number;
  readonly humans: number;
  readonly bots: number;
  readonly duplicates: number;
}

const PEOPLE = ['Ann', 'Bob', 'Chika'] as const;

async function invited(admin: RunningChromium): Promise<string> {
  const page = await admin.page('companion.html#/settings/lead/people');
  await page.getByLabel(en.adminInviteUses).fill(String(PEOPLE.length));
  await page.getByRole('button', { name: en.adminInviteMake }).click();
  const link = await page.locator('.admin-made input').inputValue();
  await page.close();
  return link;
}

async function adds(running: RunningChromium, title: string): Promise<Page> {
  const page = await running.page('companion.html#/library');
  await page.getByRole('button', { name: en.libraryAdd }).click();
  await page.getByLabel(en.libraryTitleField).fill(title);
  await page.getByLabel(en.libraryLink, { exact: true }).fill('https://kissa.example/menu');
  await page.getByRole('button', { name: en.librarySave }).click();
  await page.getByText(title, { exact: true }).waitFor();
  return page;
}

async function shares(running: RunningChromium, feed: string): Promise<void> {
  const desk = await running.page('manifest.json');
  await relate(desk);
  await desk.close();
  const page = await running.page(feed);
  await page.locator(PAIR).first().waitFor();
  const opening = page.waitForEvent('popup');
  await knot(page).click();
  await (await opening).close();
  await page.close();
}

/** Follows the first link that was shared: people, one of them by the code, one of them twice, and machines. */
async function followed({ hub: { services } }: Running): Promise<void> {
  const rows = await services.db.selectFrom('link').select('id').execute();
  const link = `${services.settings.links}/${rows[0]?.id}`;
  for (let n = 0; n < 5; n += 1) await follow(link, person(n));
  await follow(`${link}.q`, person(5));
  await follow(link, person(0));
  for (const machine of MACHINES) await follow(link, machine);
}

/** What the hub tells everybody of it, from the room of results. */
async function linksDone({ hub }: Running): Promise<LinksDone> {
  await hub.settled();
  const { db, rooms, now } = hub.services;
  const room = await rooms.log.read(`results/${monthOf(now())}`);
  const results = together([readRoom((root) => new Map(Object.entries(room.getMap(root).toJSON())))]);
  const {
    human = 0,
    qr = 0,
    duplicate = 0,
    capped = 0,
    own = 0,
    bot = 0,
    preview = 0,
    prefetch = 0,
  } = teamCounts(results, 0, 100_000);
  const [humans, bots] = [human + qr, bot + preview + prefetch];
  const duplicates = duplicate + capped + own;
  const recorded = await db.selectFrom('clicks').select('packed').execute();
  const clicks = recorded.reduce((sum, { packed }) => sum + (JSON.parse(packed) as unknown[]).length, 0);
  return { clicks, humans, bots, duplicates };
}

const titles = async (page: Page) => (await page.locator('.library-title').allTextContents()).sort().join();

/**
 * Three people and a real hub: they have agreed to see each other's results, since a guarded team of three shows each
 * their own alone. They join by links, add to the library with the hub away and all at once, share from a
 * feed, and see what came of it.
 */
export async function demoTeam(
  proxyPort: number,
  feed: string,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<{ team: TeamDone; links: LinksDone }> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-demo-hub-'));
  const start = (port: number) =>
    startHub(
      {
        host: '127.0.0.1',
        port,
        folder,
        address: `http://127.0.0.1:${port}`,
        links: `http://127.0.0.1:${port}`,
      },
      () => undefined,
      { capabilities: HUB_CAPABILITIES },
    );
  let hub = await start(0);
  const people: RunningChromium[] = [];
  try {
    for (const _ of PEOPLE)
      people.push(await launchChromium({ extensionDir: extensionDir('chrome', 'e2e'), proxyPort }));
    const [ann] = people;
    if (!ann) throw new Error('nobody is here');
    const first = await joins(ann, hub.admin ?? '', PEOPLE[0], { isOpen: true });
    const link = await invited(ann);
    for (const [at, running] of people.entries())
      if (at > 0) await (await joins(running, link, PEOPLE[at] ?? '')).close();
    await hub.stop();
    const pages = await Promise.all(people.map((running, at) => adds(running, `From ${PEOPLE[at]}`)));
    hub = await start(hub.port);
    for (const page of pages)
      for (const name of PEOPLE)
        await page.getByText(`From ${name}`, { exact: true }).waitFor({ timeout: 90_000 });
    const libraries = await Promise.all(pages.map(titles));
    if (pages[0]) await picture(pages[0], 'library');
    for (const running of people) await shares(running, feed);
    await first.getByText(teamSentence('teamSentence', people.length)).waitFor({ timeout: 60_000 });
    await followed(hub);
    const links = await linksDone(hub);
    await first.getByText(teamSentence('teamSentenceClicked', links.humans)).waitFor();
    await picture(first, 'team');
    const team = {
      members: hub.hub.services.people.activeMembers().length,
      items: (await pages[0]?.locator('.library-title').count()) ?? 0,
      merged: new Set(libraries).size === 1 && libraries[0] !== '',
      results: people.length,
    };
    return { team, links };
  } finally {
    for (const running of people) await running.close();
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
