import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import { record } from '../../../src/activity/diary.ts';
import { marks } from '../../../src/activity/mark.ts';
import { undisclosed } from '../../../src/app/companion/settings/page-disclosures.ts';
import { Privacy } from '../../../src/app/companion/settings/privacy.tsx';
import { TABLES } from '../../../src/app/declared.ts';
import { media } from '../../../src/capture/tables.ts';
import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import { shorter } from '../../../src/privacy/retention-choices.ts';
import { forgetTeam } from '../../../src/team/leave.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import { profile } from '../../../src/team/profile.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { tidied } from '../../../src/workspace/whole-from.ts';
import { answers, calls } from '../browser-stand-in.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  answers.tabs = [{ id: 4 }];
  calls.length = 0;
  await wide();
});
afterEach(async () => {
  clear();
  answers.tabs = [];
  await workspace.diary.delete();
});

const share = (n: number, site = 'x') =>
  record(workspace, {
    id: `p-share-${n}`,
    at: 1000,
    day: 20_000,
    type: 'prepared',
    site,
    place: 'x.com',
    channel: 'line',
    post: `${site}:${n}`,
    about: `share-${n}`,
    title: '',
    undone: 0,
  });
async function fill(): Promise<void> {
  for (let n = 0; n < 3; n++) await share(n);
  await share(9, 'bluesky');
  await workspace.put(media, { hash: 'h', type: 'image/png', bytes: new Uint8Array(2_000_000), at: 1 });
  await writeSetting(workspace, profile, { ...profile.initial, code: '7kq2m4x9' });
}
const view = () => (
  <>
    <Privacy workspace={workspace} />
    <Toasts />
  </>
);
const rowOf = (root: Element, name: string) =>
  [...root.querySelectorAll('tbody tr')].find((row) =>
    row.querySelector('th')?.textContent?.startsWith(name),
  );
const tabMessages = () => calls.filter(({ name }) => name === 'tabs.sendMessage').map(({ args }) => args[1]);

describe('Privacy', () => {
  it('says of every table why it is there, how long, how many rows and bytes; and that nothing has left', async () => {
    await fill();
    const root = await show(view());
    await expect.element(page.getByText(en.privacyNothing, { exact: true })).toBeVisible();
    await until(() => expect(root.querySelectorAll('tbody tr')).toHaveLength(TABLES.length));
    const text = root.textContent ?? '';
    for (const { purpose } of TABLES) expect(text).toContain(en[purpose as keyof typeof en]);
    expect(text).not.toContain('purpose');
    expect(rowOf(root, en.tableEvents)?.textContent).toMatch(/until you delete it.*4\d* ?byte|4.*kB|4.*byte/);
    expect(rowOf(root, en.tableMedia)?.textContent).toContain('2 MB');
    expect(rowOf(root, en.tableDrafts)?.textContent).toContain('90 days');
    expect(text).toContain(en.privacyNeverTidied);
    await accessible();
  });

  it('never says that nothing left, in a team and after one was left', async () => {
    const row = {
      id: 'library/2026-11 items first-item',
      room: 'library/2026-11',
      root: 'items',
      key: 'first-item',
      value: {},
      at: 1,
      client: 1,
      clock: 0,
      state: 'sent' as const,
      sent: 5,
      reason: '',
    };
    await workspace.put(sent, { ...row, id: 'waits', key: 'waits', state: 'waiting', sent: 0 });
    await keepMembership(workspace, {
      hub: 'hub-of-a-test',
      hubKey: 'k'.repeat(120),
      member: 'member-ann',
      device: 7,
      address: 'https://hub.example',
      role: 'member',
      epoch: '',
      at: 1,
      from: 0,
      listed: true,
      links: '',
      rules: USUAL_RULES,
      without: [],
    });
    await show(view());
    await expect.element(page.getByText(en.privacyGivenNone, { exact: true })).toBeVisible();
    expect(document.body.textContent).not.toContain(en.privacyGivenSee);
    await workspace.put(sent, row);
    await expect
      .element(page.getByText(en.privacyGiven.one.replace('{n}', '1'), { exact: true }))
      .toBeVisible();
    await expect.element(page.getByText(/hub\.example/)).toBeVisible();
    await accessible();
    await narrow();
    await forgetTeam(workspace, 'left');
    await expect.element(page.getByText(/1 entry went to a team/)).toBeVisible();
    expect(document.body.textContent).not.toContain(en.privacyNothingHow);
    expect(document.body.textContent).not.toContain(en.privacyLeftTeam);
    await forgetTeam(workspace, 'left');
    await expect.element(page.getByText(/1 entry went to a team/)).toBeVisible();
  });

  it('has words for every message that a page’s script may send', async () => {
    expect(undisclosed).toEqual([]);
    const root = await show(view());
    await until(() => expect(root.querySelector('.privacy-names')?.textContent).toContain('marks.all'));
    expect(root.querySelector('.privacy-disclosures')?.textContent).not.toContain('marks.all');
    expect(root.querySelector('.privacy-names ul')?.checkVisibility()).toBe(false);
  });

  it('fits a narrow window, in Japanese, empty too', async () => {
    await show(view(), 'ja');
    await expect.element(page.getByText('何も出ていません')).toBeVisible();
    await narrow();
    await accessible();
    await fill();
    await show(view(), 'ja');
    await expect.element(page.getByText(/画像1枚/)).toBeVisible();
    await narrow();
  });

  it('remembers a shorter life, and the declared one again', async () => {
    await show(view());
    const choice = page.getByRole('combobox', { name: `How long to keep: ${en.tableEvents}` });
    await choice.selectOptions('365 days');
    await until(async () => expect(await readSetting(workspace, shorter)).toEqual({ events: 365 }));
    await choice.selectOptions(en.privacyAlways);
    await until(async () => expect(await readSetting(workspace, shorter)).toEqual({}));
  });

  it('says in numbers what was deleted by age', async () => {
    await writeSetting(workspace, tidied, {
      ...tidied.initial,
      deletedAt: 1_764_000_000_000,
      deleted: { drafts: 12 },
    });
    await show(view());
    await expect.element(page.getByText(/Expired entries were last deleted on .*Drafts 12/)).toBeVisible();
  });

  it('deletes one site after a question, tells the open pages, and says what went', async () => {
    await fill();
    await show(view());
    await page.getByRole('combobox', { name: en.privacySite }).selectOptions('X');
    await page.getByRole('button', { name: en.privacySiteDelete }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: en.privacyExportFirst }))
      .toHaveAttribute('href', '#/settings/data');
    await accessible();
    await page.getByRole('button', { name: en.privacyGo }).click();
    await expect.element(page.getByText(/Deleted for good: .*Activity 3/)).toBeVisible();
    expect(tabMessages()).toEqual([{ musubi: 1, name: 'marks', marks: { 'x:0': 0, 'x:1': 0, 'x:2': 0 } }]);
    expect(await workspace.rows(marks).toCollection().primaryKeys()).toEqual(['bluesky:9']);
  });

  it('deletes everything only after the word was typed; then nothing is left, the code neither', async () => {
    await fill();
    const root = await show(view());
    await page.getByRole('button', { name: en.privacyAllDelete }).click();
    const go = page.getByRole('button', { name: en.privacyGo });
    await expect.element(go).toBeDisabled();
    await accessible();
    await page.getByRole('textbox', { name: 'Type “delete” to confirm' }).fill('Delete');
    await go.click();
    await expect.element(page.getByText(/Deleted for good: .*Activity 4/)).toBeVisible();
    await until(() => expect(rowOf(root, en.tableEvents)?.textContent).toMatch(/0/));
    expect((await readSetting(workspace, profile)).code).toBe('');
    expect(tabMessages()).toEqual([
      { musubi: 1, name: 'marks', marks: { 'x:0': 0, 'x:1': 0, 'x:2': 0, 'bluesky:9': 0 } },
    ]);
    await expect.element(page.getByRole('button', { name: en.privacyAllDelete })).toBeDisabled();
  });

  it('deletes nothing where the question is answered with no', async () => {
    await fill();
    await show(view());
    await page.getByRole('button', { name: en.privacyAllDelete }).click();
    await page.getByRole('button', { name: en.privacyCancel }).click();
    await until(() => expect(document.querySelector('[role=alertdialog]')).toBeNull());
    expect(await workspace.rows(marks).count()).toBe(4);
  });

  it('says that reading failed', async () => {
    await show(<Privacy workspace={brokenWorkspace()} />);
    await expect.element(page.getByRole('alert').getByText(en.uiFailedTitle)).toBeVisible();
  });
});
