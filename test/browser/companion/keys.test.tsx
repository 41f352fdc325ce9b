import '../../../entrypoints/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { HintLine } from '../../../entrypoints/companion/hint-line.tsx';
import { Keys } from '../../../entrypoints/companion/keys/keys.tsx';
import { keysShown } from '../../../entrypoints/companion/keys/shown.ts';
import { Rail } from '../../../entrypoints/companion/rail.tsx';
import { rollups } from '../../../src/activity/rollup.ts';
import { dropHint } from '../../../src/ui/hints.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { calls } from '../browser-stand-in.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
beforeEach(() => {
  calls.length = 0;
  workspace = ownWorkspace();
  location.hash = '';
});
afterEach(async () => {
  clear();
  keysShown.value = false;
  location.hash = '';
  await workspace.diary.delete();
});

const dialog = () => page.getByRole('dialog', { name: 'Keys' });

describe('the keys', () => {
  it('are listed by ?, with the browser’s shortcuts as they are, and closed by Escape', async () => {
    await show(<Keys />);
    await userEvent.keyboard('?');
    await expect.element(dialog()).toBeVisible();
    await expect.element(page.getByText('Alt+Shift+S')).toBeVisible();
    await expect.element(page.getByText('Alt+Shift+K')).toBeVisible();
    await accessible();
    await narrow();
    await wide();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('are listed by a button in the rail too', async () => {
    await show(
      <>
        <Rail page="me" workspace={workspace} />
        <Keys />
      </>,
    );
    await page.getByRole('button', { name: 'Keys' }).click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('can be changed where the browser lets one', async () => {
    await show(<Keys />);
    await userEvent.keyboard('?');
    await page.getByRole('button', { name: 'Change in the browser' }).click();
    await until(() =>
      expect(calls.find(({ name }) => name === 'tabs.create')?.args).toEqual([
        { url: 'chrome://extensions/shortcuts' },
      ]),
    );
  });

  it('g and a letter go to a page; the letter alone does not', async () => {
    await show(<Keys />);
    await userEvent.keyboard('c');
    expect(location.hash).toBe('');
    await userEvent.keyboard('gc');
    await until(() => expect(location.hash).toBe('#/captures'));
    await userEvent.keyboard('gs');
    await until(() => expect(location.hash).toBe('#/settings'));
  });

  it('leave what is typed into a field alone', async () => {
    await show(
      <>
        <input aria-label="words" />
        <Keys />
      </>,
    );
    await page.getByLabelText('words').fill('');
    await userEvent.type(page.getByLabelText('words'), 'gc?');
    await expect.element(page.getByLabelText('words')).toHaveValue('gc?');
    expect(location.hash).toBe('');
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});

describe('a hint', () => {
  const line = (on: 'me' | 'captures') => <HintLine workspace={workspace} page={on} id="" />;

  it('on Me tells the keys while nothing happened, and goes for good when it is waved away', async () => {
    await show(line('me'));
    await expect.element(page.getByText(/press Alt\+Shift\+S to share/)).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Do not show this again' }).click();
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
    await show(line('me'));
    await show(line('captures'));
    await expect.element(page.getByText(/Select words/)).toBeVisible();
    await show(line('me'));
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  });

  it('on Me is not there once something happened', async () => {
    await workspace.put(rollups, { day: 20_000, counts: { 'opened|x|x': 1 } });
    await show(line('captures'));
    await expect.element(page.getByText(/Select words/)).toBeVisible();
    await show(line('me'));
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  });

  it('goes by itself once it was followed', async () => {
    await show(line('captures'));
    await expect.element(page.getByText(/Select words/)).toBeVisible();
    await dropHint(workspace, 'words');
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  });
});
