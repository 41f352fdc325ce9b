import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import { FoundingGuide } from '../../../src/app/companion/founding-guide.tsx';
import { SettingsPage } from '../../../src/app/companion/settings/settings-page.tsx';
import { ROOMS } from '../../../src/app/declared.ts';
import { shelf } from '../../../src/library/offline-cache/table.ts';
import { preferences } from '../../../src/share/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import { team as shownTeam } from '../../../src/team/views/use-team.ts';
import { goneHints } from '../../../src/ui/hints.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import type { Role } from '../../../src/workspace/room.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { item } from '../../unit/library/items.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER } from './member.ts';

const VIEW = {
  members: [],
  invites: [],
  storage: { database: 1, media: 1, rooms: 1 },
  audit: [{ at: 1, member: 'member-ann', what: 'team.set', about: '' }],
};
const PROFILE = { name: 'Musubi', country: 'none', groups: [], regions: [] };

let workspace: Workspace;
let team: Team;
async function joined(role: Role): Promise<void> {
  const membership = { ...MEMBER, role };
  await keepMembership(workspace, membership);
  team = new Team(workspace, membership, ROOMS);
  await team.rooms.put('team', 'profile', 'team', PROFILE);
  vi.spyOn(team, 'ask').mockImplementation(async (path) =>
    path === '/api/admin' ? { ok: true, value: VIEW as never } : { ok: false, reason: 'away' },
  );
  shownTeam.value = team;
}
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  shownTeam.value = undefined;
  team.close();
  await workspace.diary.delete();
});

const settings = (id: string) => <SettingsPage workspace={workspace} id={id} />;
const linksIn = (root: Element, selector: string) =>
  [...root.querySelectorAll(`${selector} a`)].map((link) => link.getAttribute('href'));

describe('leading a team, in Settings', () => {
  it.each([
    ['admin', 'profile people relations figures links server audit'],
    ['manager', 'people audit'],
  ] as const)('begins with its contents, apart from one’s own place: %s', async (role, parts) => {
    await joined(role);
    const root = await show(settings('lead'));
    const addresses = parts.split(' ').map((part) => `#/settings/lead/${part}`);
    await until(() => expect(linksIn(root, '.admin-contents')).toEqual(addresses));
    await accessible(root);
    await narrow();
  });

  it('shows one part, with the way back', async () => {
    await joined('admin');
    const root = await show(settings('lead/audit'), 'ja');
    await expect.element(page.getByRole('heading', { name: ja.adminAudit })).toBeVisible();
    expect(linksIn(root, '.admin-contents')).toEqual(['#/settings/lead']);
    expect(root.textContent).toContain(ja.auditTeamSet);
    await accessible(root);
  });

  it('shows no other tab in its place until the team is known', async () => {
    const root = await show(settings('lead'));
    expect(root.querySelector('[aria-current]')).toBeNull();
    await joined('admin');
    await until(() => expect(linksIn(root, '.admin-contents')).toHaveLength(7));
    expect(root.textContent).not.toContain(en.settingsPace);
  });

  it('is not there for members, who see their own place', async () => {
    await joined('member');
    const root = await show(settings('team'));
    await expect.element(page.getByRole('heading', { name: en.myTeamTitle })).toBeVisible();
    expect(linksIn(root, '.parts')).not.toContain('#/settings/lead');
  });
});

describe('the first steps of a new team', () => {
  const guide = () => <FoundingGuide workspace={workspace} team={team} />;
  const done = (root: Element) =>
    [...root.querySelectorAll('.guide li')].map((step) => step.hasAttribute('data-done'));

  it('are ticked by what is so, and gone when all of it is', async () => {
    await joined('admin');
    const root = await show(guide());
    await until(() => expect(done(root)).toEqual([false, false, false, false, false, false]));
    await accessible(root);
    await narrow();
    await team.rooms.put('team', 'profile', 'team', { ...PROFILE, name: 'Kissa' });
    await until(() => expect(done(root)).toEqual([true, false, false, false, false, false]));
    await team.rooms.put('team', 'profile', 'team', { ...PROFILE, name: 'Kissa', country: 'JP' });
    const employer = { sites: ['kissa.example'], accounts: [] };
    await team.rooms.put('team', 'rules', 'relations', { employer, pays: [], rewards: false });
    await writeSetting(workspace, preferences, preferences.initial);
    await until(() => expect(done(root)).toEqual([true, true, true, true, false, false]));
    const person = { role: 'member', group: '', region: '', at: 1, left: false, devices: [] };
    for (const id of ['member-ann', 'member-bob'])
      await team.rooms.put('team', 'members', id, { ...person, id, name: id });
    await until(() => expect(done(root)).toEqual([true, true, true, true, true, false]));
    await workspace.put(shelf, {
      id: 'item-0001',
      item: item('item-0001', { campaign: 'autumn' }),
      verdict: 'suggested',
      host: '',
      words: [],
    });
    await until(() => expect(root.querySelector('.guide')).toBeNull());
  });

  it('are put away for good by one press', async () => {
    await joined('admin');
    await show(guide());
    await page.getByRole('button', { name: en.guideAway }).click();
    await until(() => expect(document.querySelector('.guide')).toBeNull());
    expect(await readSetting(workspace, goneHints)).toContain('founding');
  });

  it('are not for managers and members, who decide none of it', async () => {
    await joined('manager');
    const root = await show(guide());
    await until(() => expect(root.textContent).toBe(''));
  });
});
