import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import { dayOf } from '../../../src/activity/event.ts';
import { health } from '../../../src/activity/health.ts';
import { marks } from '../../../src/activity/mark.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { captures } from '../../../src/capture/tables.ts';
import { profile } from '../../../src/team/profile.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { answers, browser, calls } from '../browser-stand-in.ts';
import { capture, post } from '../capture/stored.ts';
import { draft, keepAll } from '../draft/rows.ts';
import { accessible, clear, narrow, ownWorkspace, show, until } from '../stage.tsx';

let workspace: Workspace;
let said: Record<string, unknown>;
const read = post('1', { title: 'Autumn roast', lang: 'en' });
const prepared = {
  id: 'link-id-1',
  channel: 'x',
  network: 'X',
  text: 'I work at Asahi Coffee https://x.com/1',
  window: 'https://x.com/intent/post?text=a',
  url: 'https://x.com/1',
  paste: false,
};

beforeEach(async () => {
  workspace = ownWorkspace();
  calls.length = 0;
  await writeSetting(workspace, profile, { ...profile.initial, language: 'en' });
  said = {
    'page.read': { ok: true, value: { ok: true, post: read, tab: 7 } },
    'share.now': { ok: true, value: { ok: true, prepared } },
    'share.opened': { ok: true, value: true },
    'capture.keep': {
      ok: true,
      value: { id: 'capture-1', before: false, status: 'full', missing: [], pictures: 0 },
    },
  };
  answers.message = (message) => said[(message as { name: string }).name];
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  vi.spyOn(window, 'close').mockReturnValue();
});
afterEach(async () => {
  clear();
  vi.restoreAllMocks();
  answers.message = () => undefined;
  await workspace.diary.delete();
});

const popup = () => show(<Popup workspace={workspace} />);
const sent = () =>
  calls
    .filter(({ name }) => name === 'runtime.sendMessage')
    .map(({ args }) => (args[0] as { name: string }).name);
const share = () => page.getByRole('button', { name: 'Share to X' });

describe('the popup', () => {
  it('shows the page as it was read, today, and the way on, in 360 px', async () => {
    await workspace.put(rollups, {
      day: dayOf(Date.now()),
      counts: { 'prepared|x|x': 4, 'opened|x|x': 3, 'captured||x': 2 },
    });
    const root = await popup();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Autumn roast' })).toBeVisible();
    await until(() =>
      expect([...root.querySelectorAll('dd')].map((figure) => figure.textContent)).toEqual(['4', '3', '2']),
    );
    await expect.element(page.getByRole('link', { name: 'Finish setting up' })).toBeVisible();
    await accessible();
    await narrow();
  });

  it('shares: clipboard, then the window behind, recorded, and only then in front', async () => {
    await popup();
    await share().click();
    await until(() => expect(calls.some(({ name }) => name === 'tabs.update')).toBe(true));
    expect(navigator.clipboard.writeText).toHaveBeenCalledWith(prepared.text);
    const order = calls
      .map(({ name, args }) => (name === 'runtime.sendMessage' ? (args[0] as { name: string }).name : name))
      .filter((name) => /^(share|tabs\.(create|update))/.test(name));
    expect(order).toEqual(['share.now', 'tabs.create', 'share.opened', 'tabs.update']);
    const [created] = calls.filter(({ name }) => name === 'tabs.create');
    expect(created?.args).toEqual([{ url: prepared.window, active: false }]);
  });

  it('copies where the place has no window', async () => {
    said['share.now'] = { ok: true, value: { ok: true, prepared: { ...prepared, window: null } } };
    await popup();
    await share().click();
    await expect.element(page.getByText(/^Copied/)).toBeVisible();
    expect(sent()).toContain('share.opened');
    expect(calls.some(({ name }) => name === 'tabs.create')).toBe(false);
  });

  it('says that copying was refused, counts nothing as opened, and copies by a fresh press', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('refused'));
    await popup();
    await share().click();
    await expect.element(page.getByText(/did not allow copying/)).toBeVisible();
    expect(sent()).not.toContain('share.opened');
    await accessible();
    await page.getByRole('button', { name: 'Copy' }).click();
    await until(() => expect(sent()).toContain('share.opened'));
    expect(sent().filter((name) => name === 'share.now')).toHaveLength(1);
  });

  it('says that the window was refused', async () => {
    vi.spyOn(browser.tabs, 'create').mockRejectedValueOnce(new Error('no'));
    await popup();
    await share().click();
    await expect.element(page.getByText(/blocked X’s window/)).toBeVisible();
    expect(sent()).not.toContain('share.opened');
  });

  it('keeps, and shows what the diary then says', async () => {
    await popup();
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Kept' })).toBeVisible();
    await workspace.put(captures, capture('1', 1));
    await workspace.put(marks, { post: 'x:1', shared: 1, kept: 1 });
    await expect.element(page.getByRole('button', { name: 'Keep again' })).toBeVisible();
    await expect.element(page.getByText('Prepared before')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'See it' }))
      .toHaveAttribute('href', '/companion.html#/captures/capture-1');
  });

  it('opens the sheet in the page, and says where that does not go', async () => {
    await popup();
    await page.getByRole('button', { name: 'Other channels…' }).click();
    await until(() => expect(window.close).toHaveBeenCalled());
    const runs = calls.filter(({ name }) => name === 'scripting.executeScript').map(({ args }) => args[0]);
    expect(runs[0]).toEqual({ target: { tabId: 7 }, files: ['/over.js'] });
    expect(runs[1]).toMatchObject({ target: { tabId: 7 }, args: [JSON.stringify(read)] });
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('no'));
    await page.getByRole('button', { name: 'Other channels…' }).click();
    await expect.element(page.getByText(/sheet could not be opened/)).toBeVisible();
  });

  it.each([
    ['restricted', 'The browser lets no extension read this page'],
    ['nothing', 'There is nothing to share on this page'],
  ])('says why there is nothing: %s', async (reason, words) => {
    said['page.read'] = { ok: true, value: { ok: false, reason } };
    await popup();
    await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
    await accessible();
  });

  it('says what failed, and that nothing was recorded', async () => {
    said['page.read'] = { ok: false, reason: 'failed', detail: 'no answer' };
    await popup();
    await expect
      .element(page.getByRole('heading', { name: /nothing was recorded \(no answer\)/ }))
      .toBeVisible();
    clear();
    said['page.read'] = { ok: true, value: { ok: true, post: read, tab: 7 } };
    said['share.now'] = { ok: true, value: { ok: false, reason: 'instance' } };
    await popup();
    await share().click();
    await expect.element(page.getByText(/Which X server/)).toBeVisible();
  });

  it('warns where this site reads badly, and marks a partial reading', async () => {
    const row = { key: 'x@3', site: 'x', version: 3, missing: {}, since: 0, last: 0 };
    await workspace.put(health, { ...row, full: 10, partial: 10, unrecognised: 0 });
    said['page.read'] = {
      ok: true,
      value: { ok: true, tab: 7, post: { ...read, status: 'partial', missing: ['time'] } },
    };
    await popup();
    await expect.element(page.getByText(/10 of the last 20/)).toBeVisible();
    await expect.element(page.getByText('Partial')).toBeVisible();
    await accessible();
  });

  it('shows drafts whose time has come, leading to where they are finished', async () => {
    await keepAll(workspace, [
      draft('1', { remind: Date.now() - 60_000 }, { text: 'due', lang: 'en' }),
      draft('2', { remind: Date.now() + 60_000 }, { text: 'not yet' }),
    ]);
    const root = await popup();
    await until(() => expect(root.querySelectorAll('.popup-due li')).toHaveLength(1));
    await expect
      .element(page.getByRole('link', { name: 'due' }))
      .toHaveAttribute('href', '/companion.html#/drafts/x%3A1');
    await accessible();
    await narrow();
  });

  it('asks by the person’s own pace, shares all the same or sets aside', async () => {
    const held = { until: 1_900_000_000_000, words: 'quiet hours', anyway: 'Share anyway', later: 'Later' };
    said['share.now'] = { ok: true, value: { ok: false, reason: 'pace', held } };
    said['draft.later'] = { ok: true, value: { words: 'Set aside for then' } };
    await popup();
    await share().click();
    await expect.element(page.getByText('quiet hours')).toBeVisible();
    expect(sent()).not.toContain('share.opened');
    await page.getByRole('button', { name: 'Later' }).click();
    await expect.element(page.getByText('Set aside for then')).toBeVisible();
    const later = calls.map(({ args }) => args[0] as { name?: string; ask?: object } | undefined);
    expect(later.find((one) => one?.name === 'draft.later')?.ask).toMatchObject({ remind: held.until });
    await share().click();
    said['share.now'] = { ok: true, value: { ok: true, prepared } };
    await page.getByRole('button', { name: 'Share anyway' }).click();
    await until(() => expect(sent()).toContain('share.opened'));
    const asked = calls.map(
      ({ args }) => args[0] as { name?: string; ask?: { anyway?: boolean } } | undefined,
    );
    const shares = asked.filter((one) => one?.name === 'share.now').map((one) => one?.ask?.anyway);
    expect(shares).toEqual([false, false, true]);
  });

  it('opens the panel beside the page, and makes room for it', async () => {
    await popup();
    await page.getByRole('button', { name: 'Open beside the page' }).click();
    await until(() => expect(window.close).toHaveBeenCalled());
    expect(calls.find(({ name }) => name === 'sidePanel.open')?.args).toEqual([{ windowId: 3 }]);
  });
});
