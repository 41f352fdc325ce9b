import { ROOMS } from '../../../src/app/declared.ts';
import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import * as Y from 'yjs';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import { Rail } from '../../../src/app/companion/rail.tsx';
import { TeamSettings } from '../../../src/app/companion/settings/team.tsx';
import { shareCapture } from '../../../src/library/share-capture.ts';
import { LibraryPage } from '../../../src/library/views/library-page.tsx';
import { TeamPage } from '../../../src/results/views/team-page.tsx';
import { keepMembership, readMembership } from '../../../src/team/membership.ts';
import { isConnected, Team } from '../../../src/team/team.ts';
import { JoinOptions } from '../../../src/team/views/join/join-options.tsx';
import { PATIENCE } from '../../../src/team/views/use-away.ts';
import { team as shownTeam } from '../../../src/team/views/use-team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf, RANGE } from '../../../src/workspace/room.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { teamSentence } from '../../run/team-sentence.ts';
import { capture as captureOf } from '../capture/stored.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER } from './member.ts';

const NOW = Date.now();
const DAY = Math.floor(NOW / 86_400_000);

let workspace: Workspace;
let team: Team;
beforeEach(async () => {
  workspace = ownWorkspace();
  await keepMembership(workspace, MEMBER);
  team = new Team(workspace, MEMBER, ROOMS);
  shownTeam.value = team;
  await wide();
});
afterEach(async () => {
  vi.restoreAllMocks();
  clear();
  shownTeam.value = undefined;
  team.close();
  await workspace.diary.delete();
});

const item = (id: string, title: string, more: object = {}) => ({
  id,
  at: NOW,
  title,
  versions: [{ language: 'ja', words: '秋のコーヒーができました' }],
  link: 'https://kissa.example/autumn',
  media: [],
  channels: [],
  campaign: '',
  from: 0,
  to: 0,
  tags: ['coffee'],
  trashed: 0,
  ...more,
});
/** What waits for a line, each to be called as if that had not come. */
function afterPatience(): readonly (() => void)[] {
  const waiting: (() => void)[] = [];
  const { setTimeout: later } = window;
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms = 0) =>
    ms > PATIENCE - 1000 && ms <= PATIENCE ? waiting.push(run) : later(run, ms)) as typeof setTimeout);
  return waiting;
}
const BOBS = 9;
/** Something that another device wrote, as the hub sends it. */
async function fromDevice(device: number, root: string, key: string, value: unknown): Promise<void> {
  const room = team.rooms.room(`library/${monthOf(NOW)}`);
  await room.ready;
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(room.doc));
  theirs.clientID = device * RANGE + 1;
  theirs.getMap(root).set(key, value);
  Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(theirs));
}
/** The people of the team, as the hub writes them. */
async function people(...named: [id: string, name: string, device: number][]): Promise<void> {
  for (const [id, name, device] of named) {
    const place = { role: 'member', group: '', region: '', at: 1, left: false, devices: [device] };
    await team.rooms.put('team', 'members', id, { id, name, ...place });
  }
}
const put = (id: string, value: unknown) => team.rooms.put(`library/${monthOf(NOW)}`, 'items', id, value);
const CHANNELS = [
  { id: 'x', name: 'X' },
  { id: 'line', name: 'LINE' },
];
const library = () => (
  <LibraryPage team={team} channels={CHANNELS} siteName={(id) => id} onShare={() => undefined} />
);
/** Does something with an item by its menu. */
const more = async (title: string, what: string) => {
  await page.getByRole('button', { name: en.libraryMoreFor.replace('{title}', title), exact: true }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
};
const rowsOf = async (root: string) =>
  (await workspace.rows(sent).toArray()).filter((row) => row.root === root).map(({ value }) => value);

describe('the ways into a team', () => {
  const ways = (onInvitation: (one: object) => void) => (
    <JoinOptions
      workspace={workspace}
      name=""
      device="Test"
      onInvitation={onInvitation}
      onJoined={() => undefined}
    />
  );

  it('take an invite’s link and nothing else', async () => {
    const taken: object[] = [];
    await show(ways((one) => taken.push(one)));
    await accessible();
    await narrow();
    await wide();
    const field = page.getByRole('textbox', { name: en.joinLink });
    await field.fill('https://kissa.example/menu');
    await page.getByRole('button', { name: en.joinLook }).click();
    await expect.element(page.getByText(en.joinNotLink)).toBeVisible();
    await field.fill(`https://hub.example/app/#/join/${'i'.repeat(16)}.${'s'.repeat(32)}`);
    await page.getByRole('button', { name: en.joinLook }).click();
    expect(taken).toEqual([
      { address: 'https://hub.example', invite: 'i'.repeat(16), secret: 's'.repeat(32) },
    ]);
  });

  it('fit a narrow window in Japanese', async () => {
    await show(
      ways(() => undefined),
      'ja',
    );
    await expect.element(page.getByText(ja.joinPairHow)).toBeVisible();
    await narrow();
    await accessible();
  });
});

describe('the library', () => {
  it('says what it is while it is empty', async () => {
    await show(library());
    await expect.element(page.getByText(en.libraryEmpty)).toBeVisible();
    await accessible();
    await narrow();
  });

  it('shows, finds, decides, and sets aside what it cannot read, with the hub away', async () => {
    await put('first-item', item('first-item', 'Autumn coffee'));
    await put('other-item', item('other-item', 'Winter tea', { versions: [], tags: [] }));
    await put('broken-one', { id: 'broken-one', words: 7 });
    await show(library());
    await expect.element(page.getByText('Autumn coffee')).toBeVisible();
    await expect.element(page.getByText(/1 could not be read/)).toBeVisible();
    await accessible();
    await page.getByRole('searchbox').fill('コーヒー');
    await until(() => expect(document.querySelectorAll('.library-row')).toHaveLength(1));
    await more('Autumn coffee', en.libraryApprove);
    await until(() => expect(document.querySelector('[data-verdict="approved"]')).not.toBeNull());
    await more('Autumn coffee', en.libraryEditShort);
    await accessible();
    await page.getByLabelText(en.libraryTitleField).fill('Autumn coffee, again');
    await page.getByRole('button', { name: en.librarySave }).click();
    // What was approved is not what stands there now.
    await until(() => expect(document.querySelector('[data-verdict="suggested"]')).not.toBeNull());
    await more('Autumn coffee, again', en.libraryTrash);
    await expect.element(page.getByText(en.libraryNoMatch)).toBeVisible();
    expect((await workspace.rows(sent).toArray()).map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'waiting'),
    );
    await narrow();
  });
});

describe('many items, days and words about them', () => {
  it('are tagged and decided at once, and stand on the board by how they stand', async () => {
    await put('first-item', item('first-item', 'Autumn coffee', { tags: ['Coffee'] }));
    await put('other-item', item('other-item', 'Winter tea', { tags: [] }));
    await put('past-item', item('past-item', 'Summer ice', { to: DAY - 1 }));
    await show(library());
    await page.getByRole('checkbox', { name: en.libraryChoose.replace('{title}', 'Autumn coffee') }).click();
    await page.getByRole('button', { name: en.libraryChooseAll.other.replace('{n}', '3') }).click();
    await accessible();
    await page.getByLabelText(en.libraryTagAll).fill('#coffee');
    await page.getByRole('button', { name: en.libraryTagAdd, exact: true }).click();
    await until(async () => {
      const tags = (await rowsOf('items')).map((one) => (one as { tags: string[] }).tags);
      expect(tags.sort()).toEqual([['Coffee'], ['coffee'], ['coffee']]);
    });
    await page.getByRole('checkbox', { name: en.libraryChoose.replace('{title}', 'Winter tea') }).click();
    await page
      .getByRole('region', { name: en.libraryManyBar })
      .getByRole('button', { name: en.libraryApprove })
      .click();
    await until(async () => expect(await rowsOf('decisions')).toHaveLength(1));
    await page.getByRole('radio', { name: en.libraryBoard }).click();
    const inColumn = (name: string) => page.getByRole('region', { name, exact: true });
    await expect.element(inColumn(en.librarySuggested).getByText('Autumn coffee')).toBeVisible();
    await expect.element(inColumn(en.libraryApproved).getByText('Winter tea')).toBeVisible();
    await expect.element(inColumn(en.libraryExpired).getByText('Summer ice')).toBeVisible();
    await accessible();
    await narrow();
  });

  it('are of whoever wrote them, whatever they say of that', async () => {
    await people([MEMBER.member, 'Ann', MEMBER.device], ['member-bob', 'Bob\u202e', BOBS]);
    await put('of-ann', item('of-ann', 'Autumn coffee'));
    await fromDevice(BOBS, 'items', 'of-bob', item('of-bob', 'Winter tea', { by: MEMBER.member }));
    await put('of-both', item('of-both', 'Summer ice'));
    await fromDevice(BOBS, 'items', 'of-both', item('of-both', 'Summer ice!', { by: MEMBER.member }));
    await show(library());
    const lineOf = (title: string) =>
      [...document.querySelectorAll('.library-row')]
        .find((row) => row.querySelector('.library-title')?.textContent === title)
        ?.querySelector('.caption')?.textContent;
    await until(() => expect(lineOf('Winter tea')).toContain('· Bob ·'));
    expect(lineOf('Autumn coffee')).toContain('· Ann ·');
    expect(lineOf('Summer ice!')).toContain('· Ann, edited by Bob ·');
    await page.getByRole('button', { name: en.uiFilter }).click();
    await page.getByRole('combobox', { name: en.libraryWho }).selectOptions('Ann');
    await until(() => expect(document.querySelectorAll('.library-row')).toHaveLength(2));
    await accessible();
    await narrow();
  });

  it('are commented on, and a comment can be taken back by who made it', async () => {
    await put('first-item', item('first-item', 'Autumn coffee'));
    await fromDevice(BOBS, 'comments', 'said-by-bob', {
      id: 'said-by-bob',
      about: 'first-item',
      at: NOW - 1000,
      by: MEMBER.member,
      text: 'More of the smell, please',
      trashed: 0,
    });
    await show(library());
    await more('Autumn coffee', en.libraryTalkN.one.replace('{n}', '1'));
    await expect.element(page.getByText('More of the smell, please')).toBeVisible();
    await page.getByLabelText(en.libraryTalkSay).fill('香りのことばを足しました');
    await accessible();
    await page.getByRole('button', { name: en.libraryTalkSend }).click();
    await expect.element(page.getByText('香りのことばを足しました')).toBeVisible();
    await page.getByRole('button', { name: en.libraryTalkBack }).click();
    await until(() => expect(document.querySelectorAll('.library-body')).toHaveLength(1));
    await narrow();
  });

  it('carry a campaign, days and channels; days in the wrong order are not taken', async () => {
    await put('first-item', item('first-item', 'Autumn coffee'));
    await show(library());
    await more('Autumn coffee', en.libraryEditShort);
    await page.getByText(en.libraryTerms).click();
    await page.getByLabelText(en.libraryCampaign).fill('autumn-26');
    await page.getByLabelText(en.libraryFrom, { exact: true }).fill('2026-11-10');
    await page.getByLabelText(en.libraryTo).fill('2026-11-01');
    await expect.element(page.getByText(en.libraryDaysWrong)).toBeVisible();
    await expect.element(page.getByRole('button', { name: en.librarySave })).toBeDisabled();
    await page.getByLabelText(en.libraryTo).fill('2099-01-01');
    await page.getByRole('checkbox', { name: 'LINE' }).click();
    await accessible();
    await page.getByRole('button', { name: en.librarySave }).click();
    await page.getByRole('button', { name: 'Autumn coffee', exact: true }).click();
    await expect.element(page.getByText('autumn-26 · Nov 10, 2026 – Jan 1, 2099 · LINE')).toBeVisible();
    await accessible(document.querySelector('.dialog') ?? document.body);
    await page.getByRole('button', { name: en.uiClose, exact: true }).click();
    await page.getByRole('button', { name: en.uiFilter }).click();
    await page.getByRole('combobox', { name: en.libraryChannel }).selectOptions('LINE');
    await expect.element(page.getByText('Autumn coffee')).toBeVisible();
  });

  it('say what came of each, and offer the page that the popup hands over, to be looked over first', async () => {
    await put('first-item', item('first-item', 'Autumn coffee'));
    await show(
      <LibraryPage
        team={team}
        channels={CHANNELS}
        siteName={(id) => id}
        onShare={() => undefined}
        cameOf={(id) => (id === 'first-item' ? '3 opened, 12 clicked' : '')}
        offered={{ title: 'Winter tea', link: 'https://kissa.example/tea' }}
      />,
    );
    await expect.element(page.getByLabelText(en.libraryTitleField)).toHaveValue('Winter tea');
    expect(await rowsOf('items')).toHaveLength(1);
    await page.getByRole('button', { name: en.librarySave }).click();
    await until(async () => expect(await rowsOf('items')).toHaveLength(2));
    await expect.element(page.getByText('3 opened, 12 clicked')).toBeVisible();
    const heights = [...document.querySelectorAll('.library-row')].map((row) => row.clientHeight);
    expect(heights).toEqual([48, 48]);
  });
});

describe('what customers said', () => {
  it('is shown as it was shared: words and place, no note, and found by words', async () => {
    const capture = captureOf('1', NOW, { note: 'call her back' }, { text: '香りがとてもよい' });
    await shareCapture(team, capture, NOW);
    await show(library(), 'ja');
    await page.getByRole('radio', { name: ja.libraryPosts }).click();
    await expect.element(page.getByText('香りがとてもよい')).toBeVisible();
    expect(JSON.stringify(await rowsOf('posts'))).not.toContain('call her back');
    await page.getByRole('searchbox').fill('紅茶');
    await expect.element(page.getByText(ja.libraryNoMatch)).toBeVisible();
    await page.getByRole('searchbox').fill('香り');
    await accessible();
    await narrow();
    await page.getByRole('button', { name: ja.libraryTrash }).click();
    await expect.element(page.getByText(ja.libraryPostsNone)).toBeVisible();
  });
});

describe('the team page', () => {
  it('adds up the days that the hub has folded, and says where the hub is away', async () => {
    await team.rooms.put(`results/${monthOf(NOW)}`, 'days', `d${DAY}`, {
      day: DAY,
      counts: { 'opened|x|bluesky': 3, 'prepared|x|bluesky': 4 },
    });
    await team.rooms.put('team', 'members', 'member-ann', {
      id: 'member-ann',
      name: 'Ann',
      role: 'manager',
      group: '',
      region: '',
      at: 1,
      left: false,
    });
    const names = { channelName: (id: string) => id, siteName: (id: string) => id };
    const props = {
      workspace,
      team,
      month: monthOf(NOW),
      onMonth: () => undefined,
      ...names,
      materialNames: async () => new Map([['item-1', 'Autumn coffee']]),
    };
    const patience = afterPatience();
    await show(<TeamPage {...props} />);
    await expect.element(page.getByText(teamSentence('teamSentence', 3))).toBeVisible();
    // A page that was closed left no line behind: this one is only about to have its own.
    await until(() => expect(patience).toHaveLength(1));
    await expect.element(page.getByText(en.teamOffline)).not.toBeInTheDocument();
    for (const pass of patience) pass();
    await expect.element(page.getByText(en.teamOffline)).toBeVisible();
    await expect.element(page.getByText(en.teamEmptyPeople)).toBeVisible();
    await accessible();
    await narrow();
  });
});

describe('the foot of the rail', () => {
  it('says that the hub is away once its line was waited for, and no longer than that is so', async () => {
    const patience = afterPatience();
    await show(<Rail page="team" workspace={workspace} />);
    await until(() => expect(patience).toHaveLength(1));
    await expect.element(page.getByText(en.navSavedTeam)).toBeVisible();
    for (const pass of patience) pass();
    await expect.element(page.getByText(en.navAway)).toBeVisible();
    await writeSetting(workspace, isConnected, true);
    await expect.element(page.getByText(en.navSavedTeam)).toBeVisible();
  });
});

describe('the team in Settings', () => {
  it.each([
    ['site', en.leavesWithSite],
    ['item', en.leavesWithItem],
  ] as const)('stops and goes on sharing the %s of what is shared, by its switch', async (field, name) => {
    const without = async () => (await readMembership(workspace))?.without;
    await show(<TeamSettings workspace={workspace} />);
    await expect.element(page.getByLabelText(name)).toBeChecked();
    await page.getByLabelText(name).click();
    await until(async () => expect(await without()).toEqual([field]));
    await expect.element(page.getByLabelText(name)).not.toBeChecked();
    await page.getByLabelText(name).click();
    await until(async () => expect(await without()).toEqual([]));
  });

  it('shows exactly what leaves, and sends again what was refused', async () => {
    await put('first-item', item('first-item', 'Autumn coffee'));
    await workspace.rows(sent).toCollection().modify({ state: 'refused', reason: 'reader' });
    await show(<TeamSettings workspace={workspace} />);
    await expect.element(page.getByText(en.leavesReasonReader)).toBeVisible();
    await workspace.rows(sent).toCollection().modify({ reason: 'gap' });
    await expect.element(page.getByText(en.leavesReason.replace('{reason}', 'gap'))).toBeVisible();
    await workspace.rows(sent).toCollection().modify({ reason: 'quota' });
    await expect.element(page.getByText(en.leavesReasonQuota)).toBeVisible();
    await page.getByText(en.leavesShow).click();
    await expect.element(page.getByText(/Autumn coffee/)).toBeVisible();
    // Of what there is none of, nothing is said.
    expect([...document.querySelectorAll('.leaves h3')].map(({ textContent }) => textContent)).toEqual([
      `${en.leavesRefused} 1`,
    ]);
    await accessible();
    await narrow();
  });
});
