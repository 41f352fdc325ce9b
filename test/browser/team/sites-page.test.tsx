import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import { countReading } from '../../../src/activity/health.ts';
import { SettingsPage } from '../../../src/app/companion/settings/settings-page.tsx';
import { buttons } from '../../../src/team/buttons.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { answers, browser, calls } from '../browser-stand-in.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { grantOnly } from './granted.ts';

let workspace: Workspace;
const granted = new Set<string>();
beforeEach(async () => {
  workspace = ownWorkspace();
  granted.clear();
  calls.length = 0;
  answers.tabs = [];
  answers.message = () => ({ ok: true, value: true });
  grantOnly(granted);
  await wide();
});
afterEach(async () => {
  clear();
  vi.restoreAllMocks();
  answers.tabs = [];
  await workspace.diary.delete();
});

const settings = () => (
  <>
    <SettingsPage workspace={workspace} id="sites" />
    <Toasts />
  </>
);
const argumentsOf = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args[0]);
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 10, 3, 12);
const reading = (status: 'full' | 'partial' | 'unrecognised', day: number, version = 3) =>
  countReading(workspace, {
    site: 'x',
    version,
    status,
    missing: status === 'partial' ? ['time'] : [],
    at: FROM + day * DAY,
  });
const onX = () => {
  for (const origin of ['https://x.com/*', 'https://twitter.com/*']) granted.add(origin);
};

describe('Sites', () => {
  it('asks the browser for exactly the hosts of a site, in the very click', async () => {
    await show(settings());
    const site = page.getByRole('switch', { name: 'Show the buttons on X' });
    await expect.element(site).toHaveAttribute('aria-checked', 'false');
    await site.click();
    expect(argumentsOf('permissions.request')).toEqual([
      { origins: ['https://x.com/*', 'https://twitter.com/*'] },
    ]);
  });

  it('leaves a refused site off, and says that nothing changed', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await show(settings());
    const site = page.getByRole('switch', { name: 'Show the buttons on X' });
    await site.click();
    await expect.element(page.getByText(/nothing changed/)).toBeVisible();
    await expect.element(site).toHaveAttribute('aria-checked', 'false');
    await accessible();
  });

  it('takes two switches that are pressed in one moment', async () => {
    onX();
    const root = await show(settings());
    const share = page.getByRole('switch', { name: 'Show the share button on X' });
    await expect.element(share).toHaveAttribute('aria-checked', 'true');
    for (const name of ['Show the share button on X', 'Show the keep button on X'])
      root.querySelector<HTMLElement>(`[role=switch][aria-label="${name}"]`)?.click();
    await until(async () => expect(await readSetting(workspace, buttons)).toEqual({ x: 'none' }));
  });

  it('gives a site back, and says where the browser does not let it', async () => {
    granted.add('https://bsky.app/*');
    await show(settings());
    const site = page.getByRole('switch', { name: 'Show the buttons on Bluesky' });
    await expect.element(site).toHaveAttribute('aria-checked', 'true');
    vi.spyOn(browser.permissions, 'remove').mockRejectedValue(new Error('required'));
    await site.click();
    await expect.element(page.getByText(/part of the installation/)).toBeVisible();
  });

  it('adds a Mastodon server by whatever names it, and refuses what is none', async () => {
    await show(settings());
    const server = page.getByRole('textbox', { name: 'Add a Mastodon server' });
    await server.fill('not a server');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.element(page.getByRole('alert').filter({ hasText: 'not a server’s name' })).toBeVisible();
    expect(argumentsOf('permissions.request')).toEqual([]);
    await server.fill('@me@Fedi.Example');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await until(() =>
      expect(argumentsOf('permissions.request')).toEqual([{ origins: ['https://fedi.example/*'] }]),
    );
  });

  it('switches each button of a site by itself, both may be off, and has open pages follow', async () => {
    onX();
    await show(settings());
    const share = page.getByRole('switch', { name: 'Show the share button on X' });
    const keep = page.getByRole('switch', { name: 'Show the keep button on X' });
    await share.click();
    await until(async () => expect(await readSetting(workspace, buttons)).toEqual({ x: 'keep' }));
    await expect.element(share).toHaveAttribute('aria-checked', 'false');
    await keep.click();
    await until(async () => expect(await readSetting(workspace, buttons)).toEqual({ x: 'none' }));
    await expect.element(page.getByText(en.siteButtonsNone)).toBeVisible();
    await accessible();
    await until(() =>
      expect(argumentsOf('runtime.sendMessage')).toEqual([
        { musubi: 1, name: 'feeds.changed', ask: {} },
        { musubi: 1, name: 'feeds.changed', ask: {} },
      ]),
    );
  });

  it('says which field is not found, how often and since when, by recipe, and what to do', async () => {
    onX();
    await reading('full', -40, 2);
    for (let day = 0; day < 8; day++) await reading(day < 3 ? 'full' : 'partial', day);
    const root = await show(settings());
    await expect.element(page.getByText(en.healthAiling)).toBeVisible();
    const said = () => root.querySelector('.reads')?.textContent ?? '';
    expect(said()).toContain(en.healthDoAiling);
    expect(said()).toContain('Recipe 3, since Nov 3, 2026');
    expect(said()).toContain('3 complete, 5 partial');
    expect(said()).toContain('time was not found 5 times since Nov 6, 2026');
    expect(said()).toContain('Recipe 2');
    await accessible();
  });

  it('says that a site reads well, and that nothing was read yet', async () => {
    onX();
    granted.add('https://bsky.app/*');
    for (let day = 0; day < 8; day++) await reading('full', day);
    await show(settings());
    await expect.element(page.getByText(en.healthGood)).toBeVisible();
    await expect.element(page.getByText(en.healthNone)).toBeVisible();
  });

  it('shows a report whole before it is copied, and copies just that', async () => {
    onX();
    const report = 'Musubi: structure of one post\n\narticle data-testid=tweet';
    answers.tabs = [{ id: 7 }];
    vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([{ result: report }] as never);
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show(settings());
    await page.getByRole('button', { name: en.reportMake }).first().click();
    const text = page.getByRole('textbox', { name: 'The structure of one post on X' });
    await expect.element(text).toHaveValue(report);
    expect(copied).not.toHaveBeenCalled();
    await accessible();
    await page.getByRole('button', { name: en.reportCopy, exact: true }).click();
    await expect.element(page.getByText(en.reportCopied)).toBeVisible();
    expect(copied.mock.calls).toEqual([[report]]);
    expect(argumentsOf('tabs.query')).toEqual([{ url: ['https://x.com/*', 'https://twitter.com/*'] }]);
  });

  it('says what to do where no page of the site is open, or the browser does not let it be looked at', async () => {
    onX();
    await show(settings());
    const make = page.getByRole('button', { name: en.reportMake }).first();
    await make.click();
    await expect.element(page.getByText(en.reportNoTab.replace('{site}', 'X'))).toBeVisible();
    answers.tabs = [{ id: 7 }];
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('no access'));
    await make.click();
    await expect.element(page.getByText(/did not let the page be looked at.*no access/)).toBeVisible();
  });

  it('fits a narrow window in Japanese, and says that reading failed', async () => {
    onX();
    for (let day = 0; day < 8; day++) await reading('partial', day);
    await show(settings(), 'ja');
    await expect.element(page.getByText('サイトが変わったようです')).toBeVisible();
    await narrow();
    await accessible();
    await show(<SettingsPage workspace={brokenWorkspace()} id="sites" />);
    await expect.element(page.getByRole('alert').getByText(en.uiFailedTitle)).toBeVisible();
  });
});
