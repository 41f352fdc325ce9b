import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Welcome } from '../../../entrypoints/welcome/welcome.tsx';
import { isCode } from '../../../src/share/tracking-code.ts';
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
  it('makes a code, shows it where it will stand, and holds in light, dark and narrow', async () => {
    const root = await show(<Welcome workspace={workspace} />);
    await until(async () => expect(isCode((await person()).code)).toBe(true));
    const { code } = await person();
    await page.getByRole('button', { name: 'Share with my code' }).click();
    await until(() => expect(root.querySelector('.try-link')?.textContent).toContain(`ref=${code}`));
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
    await expect.element(page.getByText(/^Open any page and press Musubi/)).toBeVisible();
    await accessible();
  });

  it('lets both buttons be tried, and records nothing', async () => {
    const root = await show(<Welcome workspace={workspace} />);
    await page.getByRole('button', { name: 'Share with my code' }).click();
    await expect.element(page.getByText(/would now be copied/)).toBeVisible();
    expect(root.querySelector('.try-text mark')?.textContent).toContain('#ad');
    await page.getByRole('button', { name: 'Keep this post' }).click();
    await expect.element(page.getByText(/would now be in your captures/)).toBeVisible();
    for (const table of workspace.diary.tables.filter(({ name }) => name !== 'settings'))
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });

  it('asks by Start for exactly the hosts of the ticked sites, in the very press', async () => {
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('checkbox', { name: 'X', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Bluesky' }).click();
    await page.getByRole('textbox', { name: 'Add a Mastodon server' }).fill('fedi.example');
    expect(requests()).toEqual([]);
    await page.getByRole('button', { name: 'Start' }).click();
    expect(requests()).toEqual([
      {
        origins: ['https://x.com/*', 'https://twitter.com/*', 'https://bsky.app/*', 'https://fedi.example/*'],
      },
    ]);
    await expect.element(page.getByRole('heading', { name: 'Ready for the first share' })).toBeVisible();
  });

  it('does not pass over a server whose name is none', async () => {
    await show(<Welcome workspace={workspace} />);
    const server = page.getByRole('textbox', { name: 'Add a Mastodon server' });
    await page.getByRole('checkbox', { name: 'X', exact: true }).click();
    await server.fill('not a server');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByText(/^“not a server” is not a server’s name/)).toBeVisible();
    expect(document.activeElement).toBe(server.element());
    expect([requests(), (await person()).welcomed]).toEqual([[], 0]);
    await accessible();
    await server.fill('');
    await page.getByRole('checkbox', { name: 'X', exact: true }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByRole('heading', { name: 'Ready for the first share' })).toBeVisible();
  });

  it('says what is missing where the browser refuses, asks again, and starts without', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await show(<Welcome workspace={workspace} />);
    await page.getByRole('checkbox', { name: 'Reddit' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByText(/^Not allowed yet: Reddit\./)).toBeVisible();
    expect((await person()).welcomed).toBe(0);
    await accessible();
    await page.getByRole('button', { name: 'Ask again' }).click();
    expect(browser.permissions.request).toHaveBeenCalledTimes(2);
    await page.getByRole('button', { name: 'Start without them' }).click();
    await expect.element(page.getByRole('heading', { name: 'Ready for the first share' })).toBeVisible();
    await until(async () => expect((await person()).welcomed).toBeGreaterThan(0));
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
