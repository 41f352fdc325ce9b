import { ROOMS } from '../../../src/app/declared.ts';
import '../../../entrypoints/companion/companion.css';
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
        <Admin team={team} />
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
