import { ROOMS } from '../../../src/app/declared.ts';
import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zh from '#words/zh-CN.json' with { type: 'json' };
import { month as monthName } from '../../../src/i18n/format.ts';
import { clicksKnown } from '../../../src/link/own-clicks.ts';
import { LinkRulesForm } from '../../../src/link/views/admin/link-rules-form.tsx';
import { PendingTargetsList } from '../../../src/link/views/pending-targets.tsx';
import { monthsTo } from '../../../src/results/months.ts';
import { TeamReportPage } from '../../../src/results/views/report/team-report-page.tsx';
import { TeamPage } from '../../../src/results/views/team-page.tsx';
import { keepMembership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';

const words = (language: string) => (language === 'ja' ? ja : language === 'en' ? en : zh);
const NOW = Date.now();
const DAY = Math.floor(NOW / 86_400_000);
let workspace: Workspace;
let team: Team;
let chosen: string[];
beforeEach(async () => {
  chosen = [];
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

describe('a team’s results', () => {
  const sums = (opened: number, clicked: number, people = 4) => ({
    prepared: opened,
    opened,
    captured: 0,
    clicked,
    people,
  });
  const put = (room: string, root: string, items: Record<string, unknown>) =>
    Promise.all(Object.entries(items).map(([key, value]) => team.rooms.put(room, root, key, value)));
  const MONTH = `results/${monthOf(NOW)}`;
  const member = (id: string, name: string) => ({
    [id]: { id, name, role: 'member', group: 'sales', region: 'kansai', at: 1, left: false },
  });

  async function counted(): Promise<void> {
    await put('team', 'profile', {
      team: { name: 'Kissa', country: 'JP', groups: [{ id: 'sales-0001', name: 'Sales' }], regions: [] },
    });
    await put('team', 'members', { ...member(MEMBER.member, 'Ann'), ...member('member-bob', 'Bob') });
    await put(MONTH, 'days', {
      [`d${DAY}`]: {
        day: DAY,
        counts: { 'opened|x|x': 60, 'clicked|x|x': 40, 'scanned|qr|': 2, 'bot|x|x': 9 },
      },
    });
    await put(MONTH, 'people', { 'member-bob': sums(10, 30), [MEMBER.member]: sums(20, 12) });
    await put(MONTH, 'totals', { 'g.sales-0001': sums(30, 42), 'g.': sums(1, 1), 'c.autumn': sums(30, 41) });
    await put(MONTH, 'materials', { 'item-1': sums(50, 120) });
    await put(MONTH, 'channels', {
      'i.item-1': { x: sums(25, 20), line: sums(25, 100) },
      'c.autumn': { x: sums(30, 41) },
    });
    const known = { hub: MEMBER.hub, epoch: 'e', since: 1, changed: 1, rules: 1, at: NOW };
    await writeSetting(workspace, clicksKnown, { ...known, rank: { month: monthOf(NOW), rank: 2, of: 7 } });
  }
  const props = () => ({
    workspace,
    team,
    month: monthOf(NOW),
    onMonth: (month: string) => chosen.push(month),
    channelName: (id: string) => id,
    siteName: (id: string) => id,
    materialNames: async () => new Map([['item-1', 'Autumn coffee']]),
  });
  const figuresOf = (root: Element, title: string) =>
    [...root.querySelectorAll('section')]
      .filter((section) => section.querySelector('h2')?.textContent === title)
      .flatMap((section) => [...section.querySelectorAll('tbody td.figure-cell')])
      .map((cell) => cell.textContent);
  const firstCells = (root: Element, title: string) =>
    [...root.querySelectorAll('section')]
      .find((section) => section.querySelector('h2')?.textContent === title)
      ?.querySelectorAll('tbody th');

  it.each(['en', 'ja', 'zh-CN'])(
    'are told by material, campaign, part and person, most followed first (%s)',
    async (language) => {
      await counted();
      const root = await show(<TeamPage {...props()} />, language);
      await until(() => expect(root.querySelector('h1')?.textContent).toContain('42'));
      await until(() => expect(root.textContent).toContain('Autumn coffee'));
      expect(root.querySelector('.team-suits')?.textContent).toMatch(/line/);
      const names = [...(firstCells(root, words(language).teamListed) ?? [])].map((cell) => cell.textContent);
      expect(names.map((name) => name?.split(' ')[0])).toEqual(['Bob', 'Ann']);
      const named = words(language).teamRank.replace('{month}', monthName(monthOf(NOW), language));
      const rank = named.replace('{rank}', '2').replace('{of}', '7');
      await until(() => expect(root.textContent).toContain(rank));
      await accessible(root);
      await narrow();
    },
  );

  it('are of one month, and another can be chosen; a campaign and what suits it reach back', async () => {
    await counted();
    const before = monthsTo(monthOf(NOW), 2)[1] ?? '';
    await put(`results/${before}`, 'people', { 'member-bob': sums(500, 900) });
    await put(`results/${before}`, 'totals', { 'c.autumn': sums(5, 9), 'g.sales-0001': sums(500, 900) });
    const root = await show(<TeamPage {...props()} />);
    const campaign = () => root.querySelector(`section[aria-label="${en.teamCampaign}"]`)?.textContent;
    await until(() => expect(campaign()).toContain('50'));
    expect(campaign()).toContain(
      en.teamSince.replace('{month}', monthName(monthsTo(before, 2)[1] ?? '', 'en')),
    );
    await until(() => expect(root.querySelector('h1')?.textContent).toContain('42'));
    expect(figuresOf(root, en.teamListed)).toEqual(['10', '10', '30', '20', '20', '12']);
    await page.getByLabelText(en.teamMonth).selectOptions(before);
    expect(chosen).toEqual([before]);
    clear();
    const past = await show(<TeamPage {...props()} month={before} />);
    await until(() => expect(figuresOf(past, en.teamListed)).toEqual(['500', '500', '900']));
    expect(past.querySelector('h1')?.textContent).toBe(
      en.teamSentenceNone.replace('{month}', monthName(before, 'en')),
    );
    expect(past.textContent).not.toContain(en.teamRank.split('{')[1]?.split('}')[1] ?? '');
  });

  it('of a campaign are shown as they happen to who leads the team', async () => {
    await counted();
    const root = await show(<TeamPage {...props()} />);
    const figures = () =>
      [...root.querySelectorAll(`section[aria-label="${en.teamCampaign}"] .funnel-figure`)].map(
        (one) => one.textContent,
      );
    await until(() => expect(figures()).toEqual(['30', '30', '41']));
    await put(MONTH, 'totals', { 'c.autumn': sums(30, 44) });
    await until(() => expect(figures()).toEqual(['30', '30', '44']));
  });

  it('are a report to print, and to take away', async () => {
    await counted();
    const root = await show(<TeamReportPage {...props()} />);
    await until(() => expect(root.textContent).toContain('Autumn coffee'));
    expect([...(firstCells(root, en.teamListed) ?? [])].map((cell) => cell.textContent)).toEqual([
      'Bob',
      'Ann',
    ]);
    await accessible(root);
    await narrow();
  });
});

describe('links that are to lead elsewhere', () => {
  it('are agreed to by who leads the team, to the very address that is shown', async () => {
    const one = {
      link: 'AbCdEfGhIj0',
      member: 'member-bob',
      title: 'Autumn',
      from: 'https://a.example/',
      to: 'https://b.example/',
    };
    const answers = [{ asked: [one] }, { asked: [] }];
    const commands: unknown[] = [];
    const asked = {
      ask: async () => ({ ok: true, value: answers.shift() }),
      command: async (command: unknown) => {
        commands.push(command);
        return { ok: true, value: { done: true } };
      },
    } as unknown as Team;
    const root = await show(<PendingTargetsList team={asked} members={[]} />);
    await expect.element(page.getByText('https://a.example/ → https://b.example/')).toBeVisible();
    await accessible(root);
    await page.getByRole('button', { name: en.pendingTargetsAgree }).click();
    await until(() => expect(root.textContent).toBe(''));
    expect(commands).toEqual([{ do: 'link.agree', link: one.link, target: one.to }]);
  });
});

describe('what a team decides of its links', () => {
  it('is explained in the person’s language where it is wrong, and sent whole where it is right', async () => {
    const commands: unknown[] = [];
    const command = async (given: unknown) => {
      commands.push(given);
      return { ok: true, value: { done: true, changed: 0 } };
    };
    const led = Object.assign(Object.create(team), { command }) as Team;
    const root = await show(<LinkRulesForm team={led} />);
    await page.getByLabelText(en.adminKeepDays, { exact: true }).fill('1');
    await page.getByRole('button', { name: en.adminLinksSave }).click();
    await expect.element(page.getByText(en.adminKeepDaysWrong)).toBeVisible();
    await page.getByLabelText(en.adminKeepDays, { exact: true }).fill('90');
    await page.getByLabelText(en.adminBlock, { exact: true }).fill('not a host!');
    await page.getByRole('button', { name: en.adminLinksSave }).click();
    await expect.element(page.getByText(en.adminHostsWrong)).toBeVisible();
    expect(commands).toEqual([]);
    await page.getByLabelText(en.adminBlock, { exact: true }).fill('https://Evil.example/\nbad.example');
    await page.getByRole('button', { name: en.adminLinksSave }).click();
    await until(() => expect(commands).toHaveLength(1));
    expect(commands[0]).toMatchObject({
      do: 'links.set',
      links: { allow: [], block: ['evil.example', 'bad.example'], labels: true, code: true, keepDays: 90 },
    });
    await accessible(root);
    await narrow();
  });
});
