import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import { dayOf } from '../../../src/activity/event.ts';
import { readStats } from '../../../src/activity/stats.ts';
import { type Collection, MAX_PATH } from '../../../src/capture/capture.ts';
import {
  allCollections,
  makeCollection,
  moveCollection,
  renameCollection,
} from '../../../src/capture/collections.ts';
import { dropBookmarks, keepBookmarks, planned, postOf } from '../../../src/capture/import/keep-bookmarks.ts';
import { readBookmarks } from '../../../src/capture/import/read-file.ts';
import { keep } from '../../../src/capture/keep.ts';
import { captures } from '../../../src/capture/tables.ts';
import { ImportBookmarks } from '../../../src/capture/views/import/import-bookmarks.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

const AT = 1_700_000_000;
const NOW = Date.now();
const CSV = `title,url,time_added,tags,status
One,https://www.a.example/1?utm_source=x,${AT},tea|秋,unread
Two,https://a.example/2,${AT},,unread
,no address,1,,unread
`;
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});
const bring = async (root: Element, text = CSV, name = 'pocket.csv') => {
  await until(() => expect(root.querySelector('input[type=file]')).not.toBeNull());
  const input = page.elementLocator(root.querySelector('input[type=file]') as Element);
  await userEvent.upload(input, new File([text], name));
};
const storedCaptures = () => workspace.rows(captures).toArray();

describe('bookmarks of another app', () => {
  it('is shown first, comes in with its day and tags, and goes again without a trace', async () => {
    const root = await show(<ImportBookmarks workspace={workspace} />);
    await bring(root);
    await expect.element(page.getByText(en.bringFresh.other.replace('{n}', '2'))).toBeVisible();
    await expect.element(page.getByText(en.bringSkipped.one.replace('{n}', '1'))).toBeVisible();
    expect(await storedCaptures()).toEqual([]);
    await accessible(root);
    await narrow();
    await page.getByRole('button', { name: en.bringKeep.other.replace('{n}', '2') }).click();
    await expect.element(page.getByText(en.bringKept.other.replace('{n}', '2'))).toBeVisible();
    const one = (await storedCaptures()).find(({ read }) => read.title === 'One');
    expect(one).toMatchObject({
      at: AT * 1000,
      tags: ['tea', '秋'],
      read: { url: 'https://www.a.example/1', status: 'partial', author: { name: '' } },
    });
    const day = dayOf(AT * 1000);
    expect((await readStats(workspace, day, day)).totals.captured).toBe(2);
    await page.getByRole('button', { name: en.uiUndo }).click();
    await until(async () => expect(await storedCaptures()).toEqual([]));
    expect((await readStats(workspace, day, day)).totals.captured).toBe(0);
  });

  it('has collections of its folders: those that are there, those that are made, and the latter go again', async () => {
    const mine = await makeCollection(workspace, 'Work', NOW);
    const text = `url,title,folder\nhttps://a.example/1,One,Work\nhttps://a.example/2,Two,Work/Clients`;
    const root = await show(<ImportBookmarks workspace={workspace} />);
    await bring(root, text, 'list.csv');
    await expect.element(page.getByText(en.bringFolders.other.replace('{n}', '2'))).toBeVisible();
    await expect.element(page.getByText(en.bringNested.replace('{name}', 'Work / Clients'))).toBeVisible();
    await page.getByRole('button', { name: en.bringKeep.other.replace('{n}', '2') }).click();
    await until(async () => expect(await storedCaptures()).toHaveLength(2));
    const names = async () => (await allCollections(workspace)).map(({ name }) => name);
    expect(await names()).toEqual(['Work', 'Work / Clients']);
    const [, made] = await allCollections(workspace);
    const byTitle = new Map(
      (await storedCaptures()).map(({ read, collections }) => [read.title, collections]),
    );
    expect([byTitle.get('One'), byTitle.get('Two')]).toEqual([[mine?.id], [made?.id]]);
    await page.getByRole('button', { name: en.uiUndo }).click();
    await until(async () => expect(await names()).toEqual(['Work']));
  });

  it('leaves a collection that was made for it where the person named or moved it since', async () => {
    const text = `url,folder\nhttps://a.example/1,A\nhttps://a.example/2,B\nhttps://a.example/3,C`;
    const names = async () => (await allCollections(workspace)).map(({ name }) => name);
    const imported = async () => {
      const file = readBookmarks(text, NOW);
      const made: Collection[] = [];
      const onMade = (some: readonly Collection[]) => made.push(...some);
      const plan = await planned(workspace, file.ok ? file.found : []);
      return { captures: await keepBookmarks(workspace, plan, NOW, { onMade }), made };
    };
    const first = await imported();
    await renameCollection(workspace, first.made[1]?.id ?? '', 'Mine');
    await dropBookmarks(workspace, first.captures, NOW, first.made);
    expect(await names()).toEqual(['Mine']);
    const second = await imported();
    await moveCollection(workspace, second.made[2]?.id ?? '', -1);
    await dropBookmarks(workspace, second.captures, NOW, second.made);
    expect([await storedCaptures(), (await names()).includes('C')]).toEqual([[], true]);
  });

  it('has long names that can be edited, and are found again', async () => {
    const long = Array.from({ length: 15 }, (_, n) => `Folder ${n}`).join(' / ');
    const file = readBookmarks(`url,folder\nhttps://a.example/1,${long}`, NOW);
    await keepBookmarks(workspace, await planned(workspace, file.ok ? file.found : []), NOW);
    const [one] = await allCollections(workspace);
    expect(one?.name).toBe(long);
    expect((await makeCollection(workspace, ` ${long} `, NOW))?.id).toBe(one?.id);
    await renameCollection(workspace, one?.id ?? '', `#1 ${long}`);
    expect((await allCollections(workspace)).map(({ name }) => name)).toEqual([`#1 ${long}`]);
    const cut = await makeCollection(workspace, '秋'.repeat(MAX_PATH + 5), NOW);
    expect(cut?.name).toHaveLength(MAX_PATH);
  });

  it('leaves earlier captures as they are, under whatever address, and comes in once however often', async () => {
    const told = readBookmarks('url,title\nhttp://a.example/1/,Mine', NOW);
    const post = told.ok && told.found[0] ? postOf(told.found[0]) : null;
    if (!post) throw new Error('a post');
    await keep(workspace, 'capture-0001', post, NOW);
    const root = await show(<ImportBookmarks workspace={workspace} />, 'ja');
    await bring(root);
    await expect.element(page.getByText(ja.bringKnown.other.replace('{n}', '1'))).toBeVisible();
    await page.getByRole('button', { name: ja.bringKeep.other.replace('{n}', '1') }).click();
    await until(async () => expect(await storedCaptures()).toHaveLength(2));
    expect((await storedCaptures()).find(({ id }) => id === 'capture-0001')?.read.title).toBe('Mine');
    await bring(root);
    await expect.element(page.getByText(ja.bringKnown.other.replace('{n}', '2'))).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: ja.bringKeep.other.replace('{n}', '0') }))
      .toBeDisabled();
  });

  it('stays where the person changed it since', async () => {
    const root = await show(<ImportBookmarks workspace={workspace} />);
    await bring(root);
    await page.getByRole('button', { name: en.bringKeep.other.replace('{n}', '2') }).click();
    await until(async () => expect(await storedCaptures()).toHaveLength(2));
    const [one] = await storedCaptures();
    if (one) await workspace.put(captures, { ...one, note: 'Mine now' });
    await page.getByRole('button', { name: en.uiUndo }).click();
    await until(async () => expect(await storedCaptures()).toHaveLength(1));
    expect((await storedCaptures())[0]?.note).toBe('Mine now');
  });

  it('says what came in before it broke off, and takes that back', async () => {
    const root = await show(<ImportBookmarks workspace={workspace} />);
    const lines = Array.from({ length: 150 }, (_, n) => `https://a.example/${n},${n}`);
    await bring(root, ['url,title', ...lines].join('\n'), 'all.csv');
    const { put } = workspace;
    let rows = 0;
    const full = vi.spyOn(workspace, 'put').mockImplementation((table, row) => {
      if (table.name === captures.name) rows += 1;
      if (rows > 120) throw new Error('no more room');
      return put(table, row);
    });
    await page.getByRole('button', { name: en.bringKeep.other.replace('{n}', '150') }).click();
    await expect
      .element(page.getByText(/^The import stopped halfway\. 100 were imported .*no more room/))
      .toBeVisible();
    expect(await storedCaptures()).toHaveLength(100);
    full.mockRestore();
    await page.getByRole('button', { name: en.uiUndo }).click();
    await until(async () => expect(await storedCaptures()).toEqual([]));
  });

  it('says what is wrong with a file that is none', async () => {
    const root = await show(<ImportBookmarks workspace={workspace} />);
    await bring(root, '<html>nothing</html>', 'page.html');
    await expect.element(page.getByText(en.bringUnknown.replace('{file}', 'page.html'))).toBeVisible();
    await accessible(root);
  });

  it('is many, in batches that can be stopped', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `https://a.example/${n},${n}`);
    const told = readBookmarks(['url,title', ...rows].join('\n'), NOW);
    const plan = await planned(workspace, told.ok ? told.found : []);
    const stop = new AbortController();
    const done = await keepBookmarks(workspace, plan, NOW, {
      signal: stop.signal,
      onProgress: (n) => n >= 200 && stop.abort(),
    });
    expect([done.length, await workspace.rows(captures).count()]).toEqual([200, 200]);
  });
});
