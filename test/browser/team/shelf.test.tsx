import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Panel } from '../../../entrypoints/sidepanel/panel.tsx';
import { ROOMS } from '../../../src/app/declared.ts';
import '../../../entrypoints/sidepanel/panel.css';
import en from '#words/en.json' with { type: 'json' };
import { decidedHash } from '../../../src/library/decision.ts';
import { keepOfflineCache } from '../../../src/library/offline-cache/fill.ts';
import { readRelevant } from '../../../src/library/offline-cache/read.ts';
import { shelf } from '../../../src/library/offline-cache/table.ts';
import { forgetTeam } from '../../../src/team/leave.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import { profile } from '../../../src/team/profile.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { item } from '../../unit/library/items.ts';
import { answerFrom } from '../answered.ts';
import { answers } from '../browser-stand-in.ts';
import { accessible, clear, ownWorkspace, show, until } from '../stage.tsx';
import { MEMBER } from './member.ts';

const TODAY = Math.floor(Date.now() / 86_400_000);
const ROOM = `library/${monthOf(Date.now())}`;
const CUPS = { url: 'https://shop.example/cups?ref=a', title: 'Cups | shop' };

let workspace: Workspace;
let team: Team;
let stop: AbortController;
beforeEach(async () => {
  workspace = ownWorkspace();
  await writeSetting(workspace, profile, { ...profile.initial, language: 'en' });
  await keepMembership(workspace, MEMBER);
  team = new Team(workspace, MEMBER, ROOMS);
  stop = new AbortController();
  keepOfflineCache(team, stop.signal);
  answerFrom(workspace);
  answers.tabs = [{ id: 7, ...CUPS }];
  await page.viewport(320, 800);
});
afterEach(async () => {
  clear();
  stop.abort();
  team.close();
  answers.tabs = [];
  answers.message = () => undefined;
  await workspace.diary.delete();
});

const put = (id: string, part: Parameters<typeof item>[1]) => {
  const value = item(id, { versions: [], ...part });
  return team.rooms.put(ROOM, 'items', id, value).then(() => value);
};
const onShelf = async () => (await workspace.rows(shelf).toArray()).map(({ id }) => id);
const fits = async (where = CUPS) => (await readRelevant(workspace, where, TODAY)).map(({ id }) => id);

describe('the shelf beside a page', () => {
  it('holds what stands in the library, and loses what goes into the trash', async () => {
    await put('cups', { title: 'Autumn cups', link: 'https://shop.example/cups' });
    await put('tea', { title: 'Tea', link: 'https://tea.example/' });
    await until(async () => expect(await onShelf()).toEqual(['cups', 'tea']));
    await put('cups', {
      title: 'Autumn cups',
      link: 'https://shop.example/cups',
      trashed: 5,
      at: Date.now(),
    });
    await until(async () => expect(await onShelf()).toEqual(['tea']));
  });

  it('keeps what stands on it while a page that opens still reads its rooms, and writes only what changed', async () => {
    await put('cups', { title: 'Autumn cups' });
    await put('tea', { title: 'Tea' });
    await until(async () => expect(await onShelf()).toEqual(['cups', 'tea']));
    stop.abort();
    team.close();
    const sizes: number[] = [];
    const rows = liveQuery(() => workspace.rows(shelf).toArray()).subscribe((all) => sizes.push(all.length));
    const written: string[] = [];
    const hear = (_: unknown, row: { id: string }) => void written.push(row.id);
    workspace.rows(shelf).hook('creating', hear);
    workspace.rows(shelf).hook('updating', () => void written.push('updated'));
    stop = new AbortController();
    team = new Team(workspace, MEMBER, ROOMS);
    keepOfflineCache(team, stop.signal);
    await put('mug', { title: 'Mug' });
    await until(async () => expect(await onShelf()).toEqual(['cups', 'mug', 'tea']));
    rows.unsubscribe();
    expect(Math.min(...sizes)).toBe(2);
    expect(written).toEqual(['mug']);
  });

  it('gives the page itself first, then its host, then words; nothing that is declined or over', async () => {
    await put('same', { title: 'x', link: 'https://shop.example/cups' });
    await put('host', { title: 'y', link: 'https://www.shop.example/plates' });
    await put('tag', { title: 'z', link: 'https://other.example/', tags: ['cups'] });
    await put('past', { title: 'w', link: 'https://shop.example/old', to: TODAY - 1 });
    const no = await put('declined', { title: 'v', link: 'https://shop.example/cups' });
    const decision = {
      id: 'no-to-that',
      about: no.id,
      hash: decidedHash(no),
      verdict: 'declined',
      at: 1,
      note: '',
    };
    await team.rooms.put('board', 'decisions', decision.id, decision);
    await until(async () => expect(await fits()).toEqual(['same', 'host', 'tag']));
    expect(await fits({ url: 'https://nowhere.example/', title: 'Nothing of the kind' })).toEqual([]);
  });

  it('is shown in the panel, and shared from there', async () => {
    await put('cups', {
      title: 'Autumn cups',
      link: 'https://shop.example/cups',
      versions: [{ language: 'en', words: 'New in, and light in the hand' }],
    });
    await until(async () => expect(await onShelf()).toHaveLength(1));
    await show(<Panel workspace={workspace} />);
    await expect.element(page.getByRole('heading', { name: en.panelFits })).toBeVisible();
    await expect.element(page.getByText('New in, and light in the hand')).toBeVisible();
    await accessible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    const share = en.panelShareOf.replace('{title}', 'Autumn cups');
    await page.getByRole('button', { name: share }).click();
    const sheet = () => document.querySelector('[data-musubi-floating="sheet"]')?.shadowRoot;
    await until(() => expect(sheet()?.textContent).toContain('shop.example/cups'));
  });

  it('goes with all that is the team’s when the device leaves it', async () => {
    await put('cups', { title: 'Autumn cups' });
    await until(async () => expect(await onShelf()).toHaveLength(1));
    stop.abort();
    await forgetTeam(workspace, 'left');
    expect(await onShelf()).toEqual([]);
    expect(await workspace.rows(sent).count()).toBe(0);
  });
});
