import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Welcome } from '../../../entrypoints/welcome/welcome.tsx';
import { isCode } from '../../../src/share/code.ts';
import { profile } from '../../../src/team/profile.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { browser, calls } from '../browser-stand-in.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  calls.length = 0;
  await writeSetting(workspace, profile, { ...profile.initial, country: 'US', language: 'en' });
  await wide();
});
afterEach(async () => {
  clear();
  vi.restoreAllMocks();
  await workspace.diary.delete();
});

const person = () => readSetting(workspace, profile);
const requests = () => calls.filter(({ name }) => name === 'permissions.request').map(({ args }) => args[0]);

describe('Welcome', () => {
  it('makes and shows a code, and stands in light, dark and narrow', async () => {
    const root = await show(<Welcome workspace={workspace} />);
    await until(async () => expect(isCode((await person()).code)).toBe(true));
    const { code } = await person();
    await until(() => expect(root.querySelector('.code')?.textContent).toBe(code));
    await accessible();
    await narrow();
  });

  it('can be passed over whole: one press, and the proposals hold', async () => {
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByRole('heading', { name: 'Ready for the first share' })).toBeVisible();
    expect((await person()).welcomed).toBeGreaterThan(0);
    expect(await person()).toMatchObject({ country: 'US', name: '' });
    expect(requests()).toEqual([]);
    await expect.element(page.getByText(/toolbar/)).toBeVisible();
    await accessible();
  });

  it('asks once for exactly the hosts of the chosen sites, in the very click', async () => {
    await show(<Welcome workspace={workspace} />);
    const allow = page.getByRole('button', { name: 'Allow the chosen sites…' });
    await expect.element(allow).toBeDisabled();
    await page.getByRole('checkbox', { name: 'X', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Bluesky' }).click();
    await page.getByRole('textbox', { name: 'Add a Mastodon server' }).fill('fedi.example');
    await allow.click();
    expect(requests()).toEqual([
      {
        origins: ['https://x.com/*', 'https://twitter.com/*', 'https://bsky.app/*', 'https://fedi.example/*'],
      },
    ]);
    await expect.element(page.getByText(/^Allowed/)).toBeVisible();
  });

  it('takes a refusal as an answer, and says how to do it later', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('checkbox', { name: 'Reddit' }).click();
    await page.getByRole('button', { name: 'Allow the chosen sites…' }).click();
    await expect.element(page.getByText(/later in Settings/)).toBeVisible();
    await accessible();
  });

  it('keeps the name and company that were typed, even without leaving the field', async () => {
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('textbox', { name: 'Your name' }).fill('June');
    await page.getByRole('textbox', { name: 'Company' }).fill('Asahi Coffee');
    await page.getByRole('button', { name: 'Start' }).click();
    await until(async () => expect(await person()).toMatchObject({ name: 'June', company: 'Asahi Coffee' }));
  });

  it('names the feeds that are allowed', async () => {
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect
      .element(page.getByRole('link', { name: 'X', exact: true }))
      .toHaveAttribute('href', 'https://x.com/');
  });

  it('says where the diary cannot be read', async () => {
    const root = await show(<Welcome workspace={brokenWorkspace()} />);
    await until(() =>
      expect(root.querySelector('[role="alert"]')?.textContent).toContain('Nothing was lost'),
    );
  });
});
