import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keep, takeBack } from '../../../src/capture/keep.ts';
import { MAX_SEARCHES, savedSearches, saveSearch } from '../../../src/capture/saved-searches.ts';
import { EVERYTHING } from '../../../src/capture/search.ts';
import { captures, media } from '../../../src/capture/tables.ts';
import { CapturesPage } from '../../../src/capture/views/captures-page.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { capture, picture, post } from './stored.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const names: Record<string, string> = { x: 'X', mastodon: 'Mastodon' };
const siteName = (id: string) => names[id] ?? id;
const exportChosen = vi.fn(async () => undefined);
const list = (id = '') => (
  <>
    <CapturesPage workspace={workspace} id={id} siteName={siteName} exportChosen={exportChosen} />
    <Toasts />
  </>
);
const cards = (root: Element) => [...root.querySelectorAll('.card')];
const search = () => page.getByRole('searchbox');

async function some(): Promise<void> {
  await workspace
    .rows(captures)
    .bulkPut([
      capture('1', 3000, { tags: ['味'] }, { text: '駅前のカフェで夕凪を飲みました' }),
      capture(
        '2',
        2000,
        { note: '許可を頼む' },
        { site: 'mastodon', text: 'Walnut and caramel', lang: 'en' },
      ),
      capture(
        '3',
        1000,
        {},
        { status: 'partial', missing: ['author', 'time'], time: null, text: '定休日でした' },
      ),
      capture('4', 4000, { undone: 5000 }),
    ]);
}

describe('Captures', () => {
  it('says what will stand here while there is nothing', async () => {
    const root = await show(list());
    await expect.element(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    expect(root.querySelector('input')).toBeNull();
    await accessible();
  });

  it('shows captures, newest first, without what was undone, and what is partial by a word', async () => {
    await some();
    const root = await show(list());
    await until(() => expect(cards(root)).toHaveLength(3));
    expect(cards(root).map((card) => card.getAttribute('href'))).toEqual([
      '#/captures/capture-1',
      '#/captures/capture-2',
      '#/captures/capture-3',
    ]);
    expect(cards(root)[2]?.closest('.card-place')?.textContent).toContain('Partial');
    expect(root.querySelector('.card-text')?.getAttribute('lang')).toBe('ja');
    await accessible();
    await narrow();
  });

  it('shows the picture from the diary, by one address however often it comes and goes', async () => {
    const given = vi.spyOn(URL, 'createObjectURL');
    await workspace.put(media, picture('aa'));
    await workspace.put(
      captures,
      capture('1', 1, { pictures: [{ url: 'https://x.com/a.png', state: 'stored', hash: 'aa' }] }),
    );
    const root = await show(list());
    await until(() => expect(root.querySelector('img')?.naturalWidth).toBe(40));
    clear();
    const again = await show(list());
    await until(() => expect(again.querySelector('img')?.naturalWidth).toBe(40));
    expect(given.mock.results.map(({ value }) => value)).toEqual([again.querySelector('img')?.src]);
    vi.restoreAllMocks();
  });

  it('finds as one types, in whatever letters, in tags and notes too', async () => {
    await some();
    const root = await show(list());
    await until(() => expect(cards(root)).toHaveLength(3));
    for (const [words, n] of [
      ['かふぇ', 1],
      ['許可', 1],
      ['CARAMEL walnut', 1],
      ['あおい', 3],
      ['nothing like it', 0],
    ] as const) {
      await search().fill(words);
      await until(() => expect(cards(root)).toHaveLength(n));
    }
    await expect.element(page.getByRole('heading', { name: 'No captures match' })).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await until(() => expect(cards(root)).toHaveLength(3));
  });

  it('filters by site, tag and what is partial', async () => {
    await some();
    const root = await show(list());
    await until(() => expect(cards(root)).toHaveLength(3));
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Site' }).selectOptions('Mastodon (1)');
    await until(() => expect(cards(root)).toHaveLength(1));
    await page.getByRole('combobox', { name: 'Site' }).selectOptions('Site');
    await page.getByRole('combobox', { name: 'Tag' }).selectOptions('味 (1)');
    await until(() => expect(cards(root)[0]?.getAttribute('href')).toBe('#/captures/capture-1'));
    await page.getByRole('combobox', { name: 'Tag' }).selectOptions('Tag');
    await page.getByRole('checkbox', { name: 'Partial only' }).click();
    await until(() => expect(cards(root)[0]?.getAttribute('href')).toBe('#/captures/capture-3'));
    await expect.element(page.getByText('1 of 3 posts').first()).toBeVisible();
    await accessible();
    await narrow();
    await wide();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await until(() => expect(cards(root)).toHaveLength(3));
  });

  it('stands in the order that is chosen, and finds by the days on which posts were written', async () => {
    const at = Date.UTC(2026, 9, 5, 12);
    await workspace
      .rows(captures)
      .bulkPut([
        capture('1', 3000, {}, { time: at, author: { name: 'Cato', handle: '', url: '' } }),
        capture(
          '2',
          2000,
          {},
          { time: null, day: '2026-10-09', author: { name: 'Ann', handle: '', url: '' } },
        ),
        capture('3', 1000, {}, { time: null, author: { name: '', handle: '', url: '' } }),
      ]);
    const root = await show(list());
    const ids = () => cards(root).map((card) => card.getAttribute('href')?.slice(-1));
    await until(() => expect(ids()).toEqual(['1', '2', '3']));
    for (const [order, expected] of [
      ['oldest', '321'],
      ['posted', '213'],
      ['postedFirst', '123'],
      ['author', '213'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Order' }).selectOptions(order);
      await until(() => expect(ids().join('')).toBe(expected));
    }
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabelText('Posted from').fill('2026-10-06');
    await until(() => expect(ids()).toEqual(['2']));
    await page.getByLabelText('Posted until').fill('2026-10-08');
    await expect.element(page.getByRole('heading', { name: 'No captures match' })).toBeVisible();
  });

  it('saves a search by a name, takes it up again, and forgets it', async () => {
    await some();
    const root = await show(list());
    await search().fill('caramel');
    await until(() => expect(cards(root)).toHaveLength(1));
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Sweet');
    await accessible(document.querySelector('.dialog') ?? document.body);
    await page.getByRole('button', { name: 'Save this search' }).last().click();
    await search().fill('');
    await until(() => expect(cards(root)).toHaveLength(3));
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Sweet' }).click();
    await until(() => expect(cards(root)).toHaveLength(1));
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Save or delete…' }).click();
    await page.getByRole('button', { name: 'Delete the search “Sweet”' }).click();
    await until(async () => expect(await readSetting(workspace, savedSearches)).toEqual([]));
  });

  it('refuses a search for which there is no room, and drops none', async () => {
    await some();
    const one = { filter: EVERYTHING, sort: 'newest' as const };
    for (let n = 0; n < MAX_SEARCHES; n += 1)
      expect(await saveSearch(workspace, { ...one, name: `${n}` })).toBe(true);
    expect(await saveSearch(workspace, { ...one, name: 'more' })).toBe(false);
    expect(await saveSearch(workspace, { ...one, name: '7' })).toBe(true);
    await show(list());
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Save or delete…' }).click();
    const name = page.getByRole('textbox', { name: 'Name of the search' });
    await name.fill('more');
    await expect.element(page.getByText(/^30 searches are saved/)).toBeVisible();
    const save = page.getByRole('button', { name: 'Save this search' });
    await expect.element(save).toBeDisabled();
    await name.fill('8');
    await expect.element(save).toBeEnabled();
    expect((await readSetting(workspace, savedSearches)).length).toBe(MAX_SEARCHES);
  });

  it('holds what was removed in the trash, from where it comes back', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    await takeBack(workspace, 'capture-a', 2000);
    const root = await show(list());
    await expect.element(page.getByRole('link', { name: 'Trash (1)' })).toBeVisible();
    clear();
    const trash = await show(list('trash'));
    await until(() => expect(trash.querySelectorAll('.trash-row')).toHaveLength(1));
    await accessible();
    await narrow();
    await wide();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect.element(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
    expect(root.isConnected).toBe(false);
  });

  it('steps from post to post as the list has them, by press and by key', async () => {
    await workspace.rows(captures).bulkPut([1, 2, 3].map((n) => capture(String(n), n)));
    await show(list('capture-2'));
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    expect(page.getByRole('link', { name: 'Previous post' }).element().getAttribute('href')).toBe(
      '#/captures/capture-3',
    );
    await userEvent.keyboard('j');
    await until(() => expect(location.hash).toBe('#/captures/capture-1'));
    location.hash = '';
  });

  it('remembers the list, removes from it and brings back what was removed', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    const root = await show(list());
    await page.getByRole('radio', { name: 'List' }).click();
    await until(() => expect(root.querySelectorAll('.capture-row')).toHaveLength(1));
    await accessible();
    await narrow();
    await wide();
    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect.element(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(() => expect(root.querySelectorAll('.capture-row')).toHaveLength(1));
    const row = await workspace.rows(captures).get('capture-a');
    expect(row?.looks).toHaveLength(1);
    const again = await show(list());
    await until(() => expect(again.querySelectorAll('.capture-row')).toHaveLength(1));
  });

  it('says that reading failed, and that nothing is lost', async () => {
    const broken = brokenWorkspace();
    const root = await show(
      <CapturesPage workspace={broken} id="" siteName={siteName} exportChosen={exportChosen} />,
    );
    await until(() =>
      expect(root.querySelector('[role="alert"]')?.textContent).toContain('Nothing was lost'),
    );
    await accessible();
  });

  it('comes back to the place in the list from which a post was opened', async () => {
    await workspace.rows(captures).bulkPut(Array.from({ length: 200 }, (_, i) => capture(String(i), i + 1)));
    await show(list());
    await until(() => expect(document.querySelectorAll('.card').length).toBeGreaterThan(3));
    window.scrollTo(0, 1500);
    await until(() => expect(window.scrollY).toBe(1500));
    const { render } = await import('preact');
    const root = document.querySelector('main');
    if (!root) throw new Error('no page');
    render(list('capture-150'), root);
    await until(() => expect(window.scrollY).toBe(0));
    await expect.element(page.getByRole('heading', { level: 1, name: '夕凪の感想 150' })).toHaveFocus();
    render(list(), root);
    await until(() => expect(window.scrollY).toBe(1500));
  });
});
