import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rollups } from '../../../src/activity/rollup.ts';
import { HintLine } from '../../../src/app/companion/hint-line.tsx';
import { Keys } from '../../../src/app/companion/keys/keys.tsx';
import { Palette } from '../../../src/app/companion/keys/palette.tsx';
import { keysShown } from '../../../src/app/companion/keys/shown.ts';
import { Rail } from '../../../src/app/companion/rail.tsx';
import { dropHint } from '../../../src/ui/hints.ts';
import { followTheme, themeSetting } from '../../../src/ui/theme.ts';
import { ThemeField } from '../../../src/ui/theme-field.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
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

const dialog = () => page.getByRole('dialog', { name: 'Shortcuts' });

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
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('are no longer listed over another page', async () => {
    await show(<Keys />);
    await userEvent.keyboard('?');
    await expect.element(dialog()).toBeVisible();
    location.hash = '#/links';
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

  it('j and k step through the rows that are shown, and no further than their ends', async () => {
    await show(
      <>
        {['One', 'Two', 'Three'].map((name) => (
          <a key={name} href={`#/${name}`} data-row hidden={name === 'Two'}>
            {name}
          </a>
        ))}
        <input aria-label="Words" />
        <Keys />
      </>,
    );
    const focused = () => document.activeElement?.textContent;
    for (const [key, name] of [
      ['j', 'One'],
      ['j', 'Three'],
      ['j', 'Three'],
      ['k', 'One'],
    ] as const) {
      await userEvent.keyboard(key);
      expect(focused()).toBe(name);
    }
    await page.getByRole('textbox', { name: 'Words' }).click();
    await userEvent.keyboard('jk');
    expect(document.activeElement).toHaveProperty('value', 'jk');
  });

  it('Ctrl K finds what can be done as one types, by keys alone', async () => {
    await show(
      <>
        <Keys />
        <Palette workspace={workspace} />
      </>,
    );
    await userEvent.keyboard('{Control>}k{/Control}');
    const field = page.getByRole('combobox', { name: 'Find a page or an action' });
    await expect.element(field).toHaveFocus();
    await accessible();
    await narrow();
    await wide();
    await field.fill('priv');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(location.hash).toBe('#/settings/privacy'));
    await expect.element(field).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}k{/Control}');
    await field.fill('appearance');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await until(async () => expect(await readSetting(workspace, themeSetting)).toBe('dark'));
  });

  it('a theme holds in every window as soon as it is chosen', async () => {
    const { dataset } = document.documentElement;
    await writeSetting(workspace, themeSetting, 'dark');
    await followTheme(workspace);
    expect(dataset.theme).toBe('dark');
    await show(<ThemeField workspace={workspace} />);
    await page.getByRole('radio', { name: 'Light', exact: true }).click();
    await until(() => expect(dataset.theme).toBe('light'));
    await page.getByRole('radio', { name: 'Same as system' }).click();
    await until(() => expect(dataset.theme).toBeUndefined());
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

describe('the bar on a phone', () => {
  it.each(['en', 'ja', 'zh-CN'])('has each name on one line, inside the window: %s', async (language) => {
    await narrow();
    const root = await show(<Rail page="captures" workspace={workspace} />, language);
    const names = [...root.querySelectorAll<HTMLElement>('nav a span')].filter((one) => one.offsetParent);
    const { clientWidth } = document.documentElement;
    expect(names).toHaveLength(4);
    for (const name of names) {
      expect([name.textContent, name.getClientRects().length]).toEqual([name.textContent, 1]);
      expect(name.getBoundingClientRect().height).toBeLessThan(24);
    }
    const right = Math.max(
      ...[...root.querySelectorAll('nav li')].map((li) => li.getBoundingClientRect().right),
    );
    expect(right).toBeLessThanOrEqual(clientWidth);
    await wide();
  });
});
