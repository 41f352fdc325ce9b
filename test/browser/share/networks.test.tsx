import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SettingsPage } from '../../../src/app/companion/settings/settings-page.tsx';
import { CHANNELS } from '../../../src/share/channels/index.ts';
import { instanceOf } from '../../../src/share/instances.ts';
import { preferences } from '../../../src/share/tables.ts';
import { Networks } from '../../../src/share/views/networks/networks.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, settings, writeSetting } from '../../../src/workspace/setting.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const part = () => (
  <>
    <SettingsPage workspace={workspace} id="networks" />
    <Toasts />
  </>
);
const storedPreferences = () => readSetting(workspace, preferences);
const channels = async () => (await storedPreferences()).channels;
const using = (ids: string[]) => writeSetting(workspace, preferences, { channels: ids, instance: '' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const switchOf = (name: string) => page.getByRole('switch', { name: `Use ${name}`, exact: true });

describe('where the person shares', () => {
  it('shows their own first, the others by kind, in light and dark, and fits a narrow window', async () => {
    const root = await show(part(), 'ja');
    await expect.element(page.getByRole('heading', { level: 3, name: '中国' })).toBeVisible();
    const [first, ...others] = root.querySelectorAll('.networks');
    expect(first?.querySelectorAll('li')).toHaveLength(preferences.initial.channels.length);
    const rest = others.flatMap((list) => [...list.querySelectorAll('li')]);
    // The system's own share sheet is offered only where there is one: not in this browser.
    expect(rest).toHaveLength(CHANNELS.length - preferences.initial.channels.length - 1);
    await accessible();
    await narrow();
  });

  it('moves by arrows, and keeps the focus where one is pressing', async () => {
    await using(['x', 'line', 'bluesky']);
    await show(part());
    await button('Move Bluesky up').click();
    await until(async () => expect(await channels()).toEqual(['x', 'bluesky', 'line']));
    await userEvent.keyboard('{Enter}');
    await until(async () => expect(await channels()).toEqual(['bluesky', 'x', 'line']));
    await expect.element(button('Move Bluesky up')).toHaveFocus();
    await expect.element(button('Move Bluesky up')).toHaveAttribute('aria-disabled', 'true');
  });

  it('moves by the grip', async () => {
    await using(['x', 'line', 'bluesky']);
    const root = await show(part());
    await expect.element(button('Move Bluesky up')).toBeVisible();
    const [first, , last] = root.querySelectorAll('.network');
    const grip = last?.querySelector('.network-grip');
    if (!grip || !first) throw new Error('no rows');
    await userEvent.dragAndDrop(grip, first);
    await until(async () => expect(await channels()).toEqual(['bluesky', 'x', 'line']));
    expect(root.querySelector('[data-dragged]')).toBeNull();
  });

  it('switches on at the end, and off but for the last', async () => {
    await using(['x', 'line']);
    await show(part());
    await switchOf('X').click();
    await until(async () => expect(await channels()).toEqual(['line']));
    await expect.element(switchOf('LINE')).toHaveAttribute('aria-disabled', 'true');
    await switchOf('LINE').click({ force: true });
    await switchOf('Weibo').click();
    await until(async () => expect(await channels()).toEqual(['line', 'weibo']));
  });

  it('finds one by the name in any of its languages', async () => {
    const root = await show(part());
    const search = page.getByRole('searchbox', { name: 'Find a channel' });
    const names = () =>
      [...root.querySelectorAll('.network[data-off] .network-name')].map((name) => name.textContent);
    for (const [typed, found] of [
      ['微博', ['Weibo']],
      ['weib', ['Weibo']],
      ['ＲＥＤ', ['Reddit']],
      ['nowhere', []],
    ] as const) {
      await search.fill(typed);
      await until(() => expect(names()).toEqual(found));
    }
    await expect
      .element(page.getByRole('status').filter({ hasText: 'No channel of that name' }))
      .toBeVisible();
    await accessible();
  });

  it('remembers an instance a network, however it is typed, and none that is none', async () => {
    await using(['mastodon', 'misskey']);
    await show(part());
    const field = (network: string) => page.getByRole('textbox', { name: `Your ${network} server` });
    await field('Mastodon').fill('nowhere');
    await expect.element(page.getByText(/not saved yet/)).toBeVisible();
    await field('Mastodon').fill('https://Fedi.example/@me');
    await until(async () => expect(instanceOf(await storedPreferences(), 'mastodon')).toBe('fedi.example'));
    await field('Misskey').fill('@me@note.example');
    await until(async () => expect(instanceOf(await storedPreferences(), 'misskey')).toBe('note.example'));
    expect(instanceOf(await storedPreferences(), 'mastodon')).toBe('fedi.example');
    await field('Mastodon').fill('');
    await until(async () => expect(instanceOf(await storedPreferences(), 'mastodon')).toBe(''));
  });

  it('knows the instance that an older version stored', async () => {
    await workspace.put(settings, {
      name: 'share',
      value: { channels: ['mastodon', 'misskey'], instance: 'old.example' },
    });
    await show(part());
    await expect
      .element(page.getByRole('textbox', { name: 'Your Mastodon server' }))
      .toHaveValue('old.example');
    await expect.element(page.getByRole('textbox', { name: 'Your Misskey server' })).toHaveValue('');
  });

  it('says that reading failed', async () => {
    const root = await show(<SettingsPage workspace={brokenWorkspace()} id="networks" />);
    await until(() =>
      expect(root.querySelector('[role="alert"]')?.textContent).toContain('Nothing was lost'),
    );
  });
});

it('the first run shows the usual ones, and folds the rest away', async () => {
  const root = await show(<Networks workspace={workspace} />);
  const more = page.getByText('19 more channels');
  await expect.element(more).toBeVisible();
  expect(root.querySelector('details')?.open).toBe(false);
  await more.click();
  await switchOf('Telegram').click();
  await until(async () => expect((await channels()).at(-1)).toBe('telegram'));
  await expect.element(page.getByText('18 more channels')).toBeVisible();
  expect(root.querySelector('details')?.open).toBe(true);
});
