import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Panel } from '../../../entrypoints/sidepanel/panel.tsx';
import '../../../entrypoints/sidepanel/panel.css';
import { inbox } from '../../../src/capture/inbox.ts';
import { captures } from '../../../src/capture/tables.ts';
import { profile } from '../../../src/team/profile.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { answers, browser } from '../browser-stand-in.ts';
import { capture } from '../capture/stored.ts';
import { draft, keepAll } from '../draft/rows.ts';
import { accessible, brokenWorkspace, clear, ownWorkspace, show, until } from '../stage.tsx';

const MINUTE = 60_000;
const OTHER = 'https://other.example/a';
const URL_1 = 'https://x.com/aoi/status/1';
let workspace: Workspace;

beforeEach(async () => {
  workspace = ownWorkspace();
  await writeSetting(workspace, profile, { ...profile.initial, language: 'en' });
  answers.tabs = [{ id: 7, url: `${URL_1}?utm_source=a#top` }];
  await page.viewport(320, 800);
});
afterEach(async () => {
  clear();
  answers.tabs = [];
  await workspace.diary.delete();
});

const put = async (...rows: ReturnType<typeof capture>[]) => {
  for (const row of rows) await workspace.put(captures, row);
};
const ago = (minutes: number) => Date.now() - minutes * MINUTE;
const by = (name: string) => ({
  author: { name, handle: `@${name}`, url: `https://x.com/${name}` },
  url: `https://x.com/${name}/status/9`,
});
/** Headings of the groups with the words of their rows. */
const groups = (root: Element) =>
  [...root.querySelectorAll('section[aria-labelledby="panel-here"] h3')].map((head) => [
    head.textContent,
    ...[...(head.nextElementSibling?.querySelectorAll('.panel-thing') ?? [])].map((row) => row.textContent),
  ]);
const waiting = (root: Element) =>
  [...root.querySelectorAll('section[aria-labelledby="panel-inbox"] .panel-thing')].map(
    (row) => row.textContent,
  );
const text = (words: string) => ({ text: words });

describe('the panel beside a page', () => {
  it('shows what was captured from the page, its author and its site, none of it twice', async () => {
    await put(
      capture('1', ago(5), {}, text('this very post')),
      capture('2', ago(9), {}, text('another of hers')),
      capture('3', ago(7), {}, { ...by('ren'), ...text('somebody else') }),
      capture('4', ago(1), { undone: 5 }, text('taken back')),
      capture('5', ago(2), {}, { ...by('ken'), site: 'page', key: OTHER, url: OTHER }),
    );
    const root = await show(<Panel workspace={workspace} />);
    await until(() =>
      expect(groups(root)).toEqual([
        ['This page', 'this very post'],
        ['By あおい', 'another of hers'],
        ['On X', 'somebody else'],
      ]),
    );
    const link = root.querySelector('.panel-thing');
    expect(link?.getAttribute('href')).toBe('/companion.html#/captures/capture-1');
    await accessible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('finds the author of a page of which nothing was captured', async () => {
    answers.tabs = [{ id: 7, url: 'https://x.com/aoi/status/777' }];
    await put(capture('2', ago(9), {}, text('another of hers')));
    const root = await show(<Panel workspace={workspace} />);
    await until(() => expect(groups(root)).toEqual([['By あおい', 'another of hers']]));
  });

  it('shows a host’s own pages, and says where there is nothing', async () => {
    const url = 'https://blog.example/b';
    answers.tabs = [{ id: 7, url: 'https://blog.example/other' }];
    await put(capture('5', ago(2), {}, { site: 'page', key: url, url, ...text('an article') }));
    const root = await show(<Panel workspace={workspace} />);
    await until(() => expect(groups(root)).toEqual([['On blog.example', 'an article']]));
    answers.tabs = [{ id: 7, url: 'https://nothing.example/' }];
    await show(<Panel workspace={workspace} />);
    await expect.element(page.getByText('Nothing kept from this site yet.')).toBeVisible();
  });

  it.each([
    ['the browser does not say', undefined, /press Musubi in the toolbar/],
    ['it is the browser’s own', 'chrome://settings/', /browser’s own pages/],
  ])('says so where %s', async (_, url, words) => {
    answers.tabs = [{ id: 7, ...(url && { url }) }];
    await show(<Panel workspace={workspace} />);
    await expect.element(page.getByText(words)).toBeVisible();
    await accessible();
  });

  it('looks again when the person moves on, or presses our toolbar button', async () => {
    answers.tabs = [{ id: 7 }];
    await put(capture('1', ago(5), {}, text('this very post')));
    const root = await show(<Panel workspace={workspace} />);
    await expect.element(page.getByText(/press Musubi in the toolbar/)).toBeVisible();
    answers.tabs = [{ id: 7, url: URL_1 }];
    browser.runtime.onMessage.fire({ musubi: 1, name: 'page.read', ask: {} });
    await until(() => expect(groups(root)).toEqual([['This page', 'this very post']]));
    answers.tabs = [{ id: 8 }];
    browser.tabs.onActivated.fire({ tabId: 8 });
    await expect.element(page.getByText(/press Musubi in the toolbar/)).toBeVisible();
  });

  it('says that the diary could not be read', async () => {
    await show(<Panel workspace={brokenWorkspace()} />);
    await expect.element(page.getByRole('alert').first()).toBeVisible();
  });
});

describe('the inbox', () => {
  it('holds what was not looked through, and lets one go with a way back', async () => {
    answers.tabs = [{ id: 7 }];
    await put(
      capture('1', ago(5), {}, text('new')),
      capture('2', ago(6), { tags: ['shop'] }, text('tagged')),
      capture('3', ago(7), {}, text('newer still')),
    );
    const root = await show(<Panel workspace={workspace} />);
    await until(() => expect(waiting(root)).toEqual(['new', 'newer still']));
    await page.getByRole('button', { name: 'Done: new', exact: true }).click();
    await until(() => expect(waiting(root)).toEqual(['newer still']));
    expect(await workspace.rows(inbox).toCollection().primaryKeys()).toEqual(['capture-1']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(() => expect(waiting(root)).toEqual(['new', 'newer still']));
  });

  it('says how many more there are, and lets all go at once', async () => {
    answers.tabs = [{ id: 7 }];
    await put(...Array.from({ length: 14 }, (_, i) => capture(`${i}`, ago(i + 1))));
    const root = await show(<Panel workspace={workspace} />);
    await until(() => expect(waiting(root)).toHaveLength(10));
    await expect.element(page.getByText('and 4 more')).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Mark all as done' }).click();
    await expect.element(page.getByText('All reviewed.')).toBeVisible();
    expect(await workspace.rows(inbox).count()).toBe(14);
  });
});

describe('drafts in the panel', () => {
  it('lead to where they are finished, the due first', async () => {
    answers.tabs = [{ id: 7 }];
    await keepAll(workspace, [
      draft('1', { words: 'begun' }),
      draft('2', { remind: ago(3), words: 'due' }),
      ...['3', '4', '5', '6'].map((id) => draft(id, { at: ago(500) })),
    ]);
    const root = await show(<Panel workspace={workspace} />);
    const rows = () => [...root.querySelectorAll('section[aria-labelledby="panel-drafts"] .panel-thing')];
    await until(() => expect(rows().map((row) => row.textContent)).toHaveLength(5));
    expect(rows()[0]?.textContent).toBe('due');
    expect(rows()[1]?.textContent).toBe('begun');
    expect(rows()[0]?.getAttribute('href')).toBe('/companion.html#/drafts/x%3A2');
    await expect.element(page.getByRole('link', { name: 'and 1 more' })).toBeVisible();
  });
});
