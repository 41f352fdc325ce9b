import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { SettingsPage } from '../../../src/app/companion/settings/settings-page.tsx';
import { isCode } from '../../../src/share/tracking-code.ts';
import { profile } from '../../../src/team/profile.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { calls } from '../browser-stand-in.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { grantOnly } from './granted.ts';

let workspace: Workspace;
const granted = new Set<string>();
beforeEach(async () => {
  workspace = ownWorkspace();
  granted.clear();
  calls.length = 0;
  grantOnly(granted);
  await wide();
});
afterEach(async () => {
  clear();
  vi.restoreAllMocks();
  await workspace.diary.delete();
});

const settings = () => (
  <>
    <SettingsPage workspace={workspace} id="" />
    <Toasts />
  </>
);
const person = () => readSetting(workspace, profile);
const argumentsOf = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args[0]);

describe('Settings', () => {
  it('shows every choice, in light and dark, and fits a narrow window', async () => {
    await writeSetting(workspace, profile, { ...profile.initial, company: 'あさひ珈琲', code: '7kq2m4x9' });
    await show(settings(), 'ja');
    await expect.element(page.getByRole('heading', { level: 1, name: '設定' })).toBeVisible();
    await accessible();
    await narrow();
  });

  it('shows the disclosure as readers will see it, while one types and chooses', async () => {
    await writeSetting(workspace, profile, { ...profile.initial, country: 'US' });
    const root = await show(settings());
    const shown = () => root.querySelector('.disclosure-preview')?.textContent;
    await until(() => expect(shown()).toContain('About my employer'));
    await page.getByRole('textbox', { name: 'Company' }).fill('Asahi Coffee');
    await until(() => expect(shown()).toContain('I work at Asahi Coffee'));
    await page.getByRole('combobox', { name: 'Whose rules to follow' }).selectOptions('United Kingdom');
    await until(() => expect(shown()).toMatch(/^#ad/));
    await page
      .getByRole('combobox', { name: 'Whose rules to follow' })
      .selectOptions('None (I decide myself)');
    await until(() => expect(shown()).toContain('Nothing will be put in front'));
    expect(await person()).toMatchObject({ company: 'Asahi Coffee', country: 'none' });
  });

  it('makes a new code after one question only', async () => {
    await writeSetting(workspace, profile, { ...profile.initial, code: '7kq2m4x9' });
    await show(settings());
    await page.getByRole('button', { name: 'Get a new code…' }).click();
    await expect.element(page.getByText(/keep working, and they keep the old code 7kq2m4x9/)).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    expect((await person()).code).toBe('7kq2m4x9');
    await page.getByRole('button', { name: 'Get a new code…' }).click();
    await page.getByRole('button', { name: 'Get a new code', exact: true }).click();
    await until(async () => expect((await person()).code).not.toBe('7kq2m4x9'));
    expect(isCode((await person()).code)).toBe(true);
  });

  it('changes the language at once, and tells the background', async () => {
    await show(settings());
    await page.getByRole('radio', { name: '日本語' }).click();
    await until(async () => expect((await person()).language).toBe('ja'));
    await until(() =>
      expect(argumentsOf('runtime.sendMessage')).toContainEqual({
        musubi: 1,
        name: 'language.changed',
        ask: {},
      }),
    );
  });

  it('says where a choice could not be written', async () => {
    await show(settings());
    const country = page.getByRole('combobox', { name: 'Whose rules to follow' });
    await expect.element(country).toBeVisible();
    const refuse = () => {
      throw new Error('the disk said no');
    };
    workspace.diary.table('settings').hook('creating', refuse);
    await country.selectOptions('China');
    await expect.element(page.getByText(/nothing was changed.*said no/)).toBeVisible();
  });

  it('says that reading failed', async () => {
    const root = await show(<SettingsPage workspace={brokenWorkspace()} id="" />);
    await until(() =>
      expect(root.querySelector('[role="alert"]')?.textContent).toContain('Nothing was lost'),
    );
  });
});
