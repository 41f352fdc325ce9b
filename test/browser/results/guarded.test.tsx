import { ROOMS } from '../../../src/app/declared.ts';
import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zh from '#words/zh-CN.json' with { type: 'json' };
import { TeamReportPage } from '../../../src/results/views/report/team-report-page.tsx';
import { TeamPage } from '../../../src/results/views/team-page.tsx';
import { keepMembership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { teamSentence } from '../../run/team-sentence.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';

const words = (language: string) => (language === 'ja' ? ja : language === 'en' ? en : zh);
const MONTH = monthOf(Date.now());
const ROOM = `results/${MONTH}`;
let workspace: Workspace;
let team: Team;
beforeEach(async () => {
  workspace = ownWorkspace();
  await keepMembership(workspace, MEMBER);
  team = new Team(workspace, MEMBER, ROOMS);
  await wide();
});
afterEach(async () => {
  clear();
  team.close();
  await workspace.diary.delete();
});

const put = (room: string, root: string, items: Record<string, unknown>) =>
  Promise.all(Object.entries(items).map(([key, value]) => team.rooms.put(room, root, key, value)));
const props = () => ({
  workspace,
  team,
  month: MONTH,
  onMonth: () => undefined,
  channelName: (id: string) => id,
  siteName: (id: string) => id,
  materialNames: async () => new Map<string, string>(),
});
const figuresOf = (root: Element, title: string) =>
  [...root.querySelectorAll('section')]
    .filter((section) => section.querySelector('h2')?.textContent === title)
    .flatMap((section) => [...section.querySelectorAll('tbody td.figure-cell')])
    .map((cell) => cell.textContent);

async function guarded(sums: object = { opened: 60, clicked: 42 }): Promise<void> {
  const figures = { mode: 'guarded', few: 5, since: '2026-01' };
  const groups = [{ id: 'sales-0001', name: 'Sales' }];
  await put('team', 'profile', { team: { name: 'Kissa', country: 'JP', groups, regions: [], figures } });
  await put(ROOM, 'totals', {
    'w.x': { opened: 40 },
    'g.sales-0001': { clicked: 30 },
    'c.autumn': { opened: 31 },
  });
  await put(ROOM, 'people', { [MEMBER.member]: { opened: 7 } });
  await put('team', 'members', {
    [MEMBER.member]: {
      id: MEMBER.member,
      name: 'Ann',
      role: 'admin',
      group: '',
      region: '',
      at: 1,
      left: false,
    },
  });
  const counts = { clicked: 42, bot: 9 };
  await put(ROOM, 'month', { rule: { mode: 'guarded', few: 5 }, sums, counts });
}

describe('the page of a guarded team', () => {
  it.each(['en', 'ja', 'zh-CN'])(
    'shows what is shown, a dash for the rest, and says why (%s)',
    async (language) => {
      await guarded();
      const said = words(language);
      const root = await show(<TeamPage {...props()} />, language);
      await until(() => expect(root.querySelector('h1')?.textContent).toContain('42'));
      expect(root.textContent).toContain(said.figuresGuardedNote.replace('{n}', '5'));
      expect(figuresOf(root, said.meChannels)).toEqual(['–', '40', '–']);
      expect(figuresOf(root, said.teamGroups)).toEqual(['–', '–', '30']);
      expect(figuresOf(root, said.meCampaigns)).toEqual(['–', '31', '–']);
      expect(figuresOf(root, said.teamListed)).toEqual(['–', '7', '–']);
      // How many came by a code is hidden: all people are one figure.
      expect(figuresOf(root, said.linkCounted)).toEqual(['9', '42']);
      expect(root.textContent).not.toContain(said.teamThree);
      await accessible(root);
      await narrow();
    },
  );

  it('says of a month without any sum that there is none to show, and not that nothing was done', async () => {
    await guarded({});
    const root = await show(<TeamPage {...props()} />);
    await until(() => expect(root.querySelector('h1')?.textContent).toMatch(/no sum/));
    expect(root.querySelector('h1')?.textContent).not.toContain(en.teamSentenceNone.split('{')[0]);
  });

  it('is a report with dashes too, on the screen and in what is taken away', async () => {
    await guarded();
    const root = await show(<TeamReportPage {...props()} />);
    await until(() => expect(figuresOf(root, en.reportTotal)).toEqual(['–', '60', '42']));
    expect(root.textContent).toContain(en.figuresGuardedNote.replace('{n}', '5'));
    expect(figuresOf(root, en.meChannels)).toEqual(['–', '40', '–']);
    await accessible(root);
    await narrow();
  });
});

describe('a note to everybody', () => {
  const profile = (figures?: object) =>
    put('team', 'profile', {
      team: { name: 'Kissa', country: 'JP', groups: [], regions: [], ...(figures && { figures }) },
    });

  it('says that figures stand by the earlier rule, until an admin chooses', async () => {
    await profile();
    await put(ROOM, 'days', {
      d1: { day: Math.floor(Date.now() / 86_400_000), counts: { 'opened|x|x': 3 } },
    });
    const root = await show(<TeamPage {...props()} />);
    await until(() => expect(root.textContent).toContain(en.figuresEarlierNote));
    expect(root.querySelector('h1')?.textContent).toBe(teamSentence('teamSentence', 3));
  });

  it('says what will be seen from the next month on', async () => {
    await profile({ mode: 'open', few: 5, since: '2099-12' });
    const root = await show(<TeamPage {...props()} />);
    await until(() => expect(root.textContent).toContain('December 2099'));
    expect(root.textContent).toContain(en.figuresNextOpen.split('{month}')[1] ?? '');
    await narrow();
  });
});
