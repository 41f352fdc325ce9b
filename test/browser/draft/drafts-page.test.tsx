import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readReminders } from '../../../src/draft/reminders.ts';
import { DraftsPage } from '../../../src/draft/views/drafts-page.tsx';
import { type Draft, drafts } from '../../../src/share/tables.ts';
import { toMomentField } from '../../../src/ui/moments.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until } from '../stage.tsx';
import { draft, keepAll } from './rows.ts';

const HOUR = 3_600_000;
let workspace: Workspace;
const openSheet = vi.fn();
const look = vi.fn();
const onOpened = vi.fn();

beforeEach(() => {
  workspace = ownWorkspace();
  vi.clearAllMocks();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const view = (id = '', of = workspace) => (
  <>
    <DraftsPage
      workspace={of}
      id={id}
      channelName={(channel) => channel.toUpperCase()}
      siteName={(site) => site}
      openSheet={openSheet}
      look={look}
      onOpened={onOpened}
    />
    <Toasts />
  </>
);
const rows = () => workspace.rows(drafts).toArray() as Promise<Draft[]>;
const titles = (root: Element) => [...root.querySelectorAll('h2')].map((title) => title.textContent);

describe('drafts', () => {
  it('stand by how they wait, in 360 px, in every theme', async () => {
    await keepAll(workspace, [
      draft('1', { remind: Date.now() - HOUR, words: 'まだ書きかけ' }),
      draft('2', { remind: Date.now() + 20 * HOUR }),
      draft('3', { words: 'a'.repeat(600) }, { text: 'b'.repeat(300) }),
    ]);
    const root = await show(view());
    await until(() => expect(titles(root)).toEqual(['Due now', 'With a reminder', 'Without a reminder']));
    await accessible();
    await narrow();
  });

  it('say how they come to be where there is none', async () => {
    await show(view(), 'ja');
    await expect.element(page.getByRole('heading', { name: '下書きはありません' })).toBeVisible();
    await accessible();
  });

  it('say that they could not be read', async () => {
    const broken = brokenWorkspace();
    await show(view('', broken));
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('open the sheet for the one that the address names, and a reminder that came due is over', async () => {
    const due = draft('1', { remind: Date.now() - HOUR, words: 'w' });
    await keepAll(workspace, [due]);
    await show(view(encodeURIComponent(due.post)));
    await until(() => expect(openSheet).toHaveBeenCalledOnce());
    expect(openSheet.mock.calls[0]?.[0]).toEqual(due.read);
    expect(await rows()).toEqual([{ ...due, remind: 0 }]);
    expect(onOpened).toHaveBeenCalledOnce();
    expect(look).toHaveBeenCalled();
  });

  it('keep a reminder that is still to come when they are opened before it', async () => {
    const coming = draft('1', { remind: Date.now() + HOUR });
    await keepAll(workspace, [coming]);
    await show(view(encodeURIComponent(coming.post)));
    await until(() => expect(openSheet).toHaveBeenCalledOnce());
    expect(await rows()).toEqual([coming]);
  });

  it('say that a draft is gone instead of opening another', async () => {
    await show(view(encodeURIComponent('x:gone')));
    await expect.element(page.getByText(/no longer here/)).toBeVisible();
    expect(openSheet).not.toHaveBeenCalled();
  });

  it('are deleted with a way back, with all that was written', async () => {
    const one = draft('1', { words: 'keep me', remind: Date.now() + HOUR });
    await keepAll(workspace, [one]);
    await show(view());
    await page.getByRole('button', { name: /^Delete:/ }).click();
    await until(async () => expect(await rows()).toEqual([]));
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => expect(await rows()).toEqual([one]));
  });

  it('take a reminder of a day and time of one’s own, and refuse one that has passed', async () => {
    await keepAll(workspace, [draft('1')]);
    await show(view());
    await page.getByRole('button', { name: /^Reminder:/ }).click();
    const field = page.getByLabelText('Another time');
    await userEvent.fill(field, toMomentField(Date.now() - HOUR));
    await page.getByRole('button', { name: 'Remind me' }).click();
    await expect.element(page.getByText('That time has passed. Choose a later one.')).toBeVisible();
    await accessible();
    await userEvent.fill(field, toMomentField(Date.now() + 90 * 24 * HOUR));
    await page.getByRole('button', { name: 'Remind me' }).click();
    await expect.element(page.getByText(/kept for 90 days/)).toBeVisible();
    const at = Math.ceil((Date.now() + 5 * HOUR) / 60_000) * 60_000;
    await userEvent.fill(field, toMomentField(at));
    await page.getByRole('button', { name: 'Remind me' }).click();
    await until(async () => expect((await rows())[0]?.remind).toBe(at));
    expect(await readReminders(workspace, Date.now())).toEqual({ due: 0, next: at });
    expect(await readReminders(workspace, at)).toEqual({ due: 1, next: null });
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('lose a reminder by choice and stay', async () => {
    await keepAll(workspace, [draft('1', { remind: Date.now() + HOUR })]);
    await show(view());
    await page.getByRole('button', { name: /^Reminder:/ }).click();
    await page.getByRole('button', { name: 'Without a reminder' }).click();
    await until(async () => expect((await rows()).map(({ remind }) => remind)).toEqual([0]));
  });

  it('come due while the page stands open', async () => {
    await keepAll(workspace, [draft('1', { remind: Date.now() + 900 })]);
    const root = await show(view());
    await until(() => expect(titles(root)).toEqual(['With a reminder']));
    await until(() => expect(titles(root)).toEqual(['Due now']));
  });
});
