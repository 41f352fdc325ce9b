import { ROOMS } from '../../../src/app/declared.ts';
import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zh from '#words/zh-CN.json' with { type: 'json' };
import { Team } from '../../../src/team/team.ts';
import { Admin } from '../../../src/team/views/admin/admin.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { MEMBER } from './member.ts';

const BOB = { id: 'member-bob', name: 'Bob', role: 'member', group: '', region: '', at: 1, removed: null };
const VIEW = {
  members: [{ ...BOB, devices: [] }],
  invites: [],
  storage: { database: 1, media: 1, rooms: 1 },
  audit: [],
};
const PROFILE = { name: 'Kissa', country: 'JP', groups: [], regions: [] };

let workspace: Workspace;
let team: Team;
beforeEach(async () => {
  workspace = ownWorkspace();
  team = new Team(workspace, { ...MEMBER, role: 'admin' }, ROOMS);
  await team.rooms.put('team', 'profile', 'team', PROFILE);
  await wide();
});
afterEach(async () => {
  clear();
  team.close();
  await workspace.diary.delete();
});

it.each([
  ['en', en, en.adminInvitesEnded.other],
  ['ja', ja, ja.adminInvitesEnded.other],
  ['zh-CN', zh, zh.adminInvitesEnded.other],
] as const)(
  'who removes somebody reads that open invites end, and how many did (%s)',
  async (language, words, ended) => {
    vi.spyOn(team, 'ask').mockImplementation(async (path) =>
      path === '/api/admin' ? { ok: true, value: VIEW as never } : { ok: false, reason: 'away' },
    );
    const command = vi
      .spyOn(team, 'command')
      .mockResolvedValue({ ok: true, value: { done: true, ended: 3 } });
    const root = await show(
      <>
        <Admin team={team} page="people" />
        <Toasts />
      </>,
      language,
    );
    await page.getByRole('button', { name: words.adminRemove, exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await until(() => expect(dialog.element().textContent).toContain(words.adminMembersAbout));
    if (language === 'en') await accessible(root);
    await dialog.getByRole('button', { name: words.adminRemove, exact: true }).click();
    expect(command).toHaveBeenCalledWith({ do: 'member.remove', member: 'member-bob' });
    await until(() => expect(document.body.textContent).toContain(ended.replace('{n}', '3')));
    await narrow();
  },
);

const PARTS = {
  groups: [{ id: 'group-north', name: 'North' }],
  regions: [{ id: 'region-jp', name: 'Kanto' }],
};

async function showAdmin(members: readonly object[], as: Team = team): Promise<void> {
  const value = { ...VIEW, members } as never;
  vi.spyOn(as, 'ask').mockImplementation(async (path) =>
    path === '/api/admin' ? { ok: true, value } : { ok: false, reason: 'away' },
  );
  await show(<Admin team={as} page="people" />);
}

it('a role changes only when the dialog that says what it may do is confirmed', async () => {
  const command = vi.spyOn(team, 'command').mockResolvedValue({ ok: true, value: { done: true } });
  await showAdmin(VIEW.members);
  const select = page.getByRole('combobox', { name: en.adminRoleOf.replace('{name}', 'Bob') });
  const dialog = page.getByRole('alertdialog');
  await select.selectOptions(en.roleAdmin);
  await expect.element(dialog.getByText(en.roleMayAdmin)).toBeVisible();
  await accessible();
  await dialog.getByRole('button', { name: en.dataCancel }).click();
  await expect.element(select).toHaveValue('member');
  expect(command).not.toHaveBeenCalled();
  await select.selectOptions(en.roleViewer);
  await expect.element(dialog.getByText(`${en.roleMayViewer} ${en.adminRoleLess}`)).toBeVisible();
  await dialog.getByRole('button', { name: en.adminRoleDo }).click();
  expect(command).toHaveBeenCalledExactlyOnceWith({
    do: 'member.role',
    member: 'member-bob',
    role: 'viewer',
  });
});

it.each(['admin', 'manager'] as const)('a member is put into a group and a region by: %s', async (role) => {
  await team.rooms.put('team', 'profile', 'team', { ...PROFILE, ...PARTS });
  const leader = new Team(workspace, { ...MEMBER, role }, ROOMS);
  const command = vi.spyOn(leader, 'command').mockResolvedValue({ ok: true, value: { done: true } });
  await showAdmin([{ ...BOB, devices: [], region: 'region-jp' }], leader);
  await until(() => expect(document.querySelector('.admin-person')?.textContent).toContain('Kanto'));
  await page.getByRole('button', { name: en.adminPlaceOf.replace('{name}', 'Bob') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText(en.adminInviteGroup).selectOptions('North');
  await accessible();
  await dialog.getByRole('button', { name: en.adminSave }).click();
  expect(command).toHaveBeenCalledExactlyOnceWith({
    do: 'member.place',
    member: 'member-bob',
    group: 'group-north',
    region: 'region-jp',
  });
  expect(
    page.getByRole('combobox', { name: en.adminRoleOf.replace('{name}', 'Bob') }).elements(),
  ).toHaveLength(role === 'admin' ? 1 : 0);
  leader.close();
});

it('more than ten members are found by name', async () => {
  const many = Array.from({ length: 11 }, (_, n) => ({
    ...BOB,
    id: `member-${n}00`,
    name: `Bob ${n}`,
    devices: [],
  }));
  await showAdmin([...many, { ...BOB, devices: [], name: 'Ａｎｎ Ito' }]);
  await page.getByLabelText(en.adminFindMember).fill('ito ann');
  await until(() => expect(document.querySelectorAll('.admin-person')).toHaveLength(1));
  await page.getByLabelText(en.adminFindMember).fill('zoe');
  await expect.element(page.getByText(en.adminFindNone)).toBeVisible();
});
