import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keep } from '../../../src/capture/keep.ts';
import { captures } from '../../../src/capture/tables.ts';
import { CapturesPage } from '../../../src/capture/views/captures-page.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { post } from './stored.ts';

let workspace: Workspace;
const exportChosen = vi.fn(async () => undefined);
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
  for (const [i, id] of ['a', 'b', 'c', 'd'].entries())
    await keep(workspace, `capture-${id}`, post(id), 1000 * i + 1000);
  await show(
    <>
      <CapturesPage workspace={workspace} id="" siteName={(id) => id} exportChosen={exportChosen} />
      <Toasts />
    </>,
  );
  await until(() => expect(document.querySelectorAll('.card')).toHaveLength(4));
});
afterEach(async () => {
  clear();
  vi.clearAllMocks();
  await workspace.diary.delete();
});

const box = (id: string) => page.getByRole('checkbox', { name: `Select: 夕凪の感想 ${id}` });
const bar = () => page.getByRole('region', { name: 'What to do with the selected posts' });
const stored = async () =>
  new Map((await workspace.rows(captures).toArray()).map((row) => [row.id.slice(-1), row]));

describe('doing something with many', () => {
  it('chooses one, a range with Shift, all that are found, and none by Escape', async () => {
    await box('d').click();
    await expect.element(bar().getByText('1 post selected')).toBeVisible();
    await box('b').click({ modifiers: ['Shift'] });
    await expect.element(bar().getByText('3 posts selected')).toBeVisible();
    await page.getByRole('button', { name: 'Select all 4' }).click();
    await expect.element(bar().getByText('4 posts selected')).toBeVisible();
    await accessible();
    await narrow();
    await wide();
    await userEvent.keyboard('{Escape}');
    await until(() => expect(document.querySelector('.chosen-bar')).toBeNull());
  });

  it('forgets a choice that a search no longer finds', async () => {
    await box('d').click();
    await page.getByRole('searchbox').fill('"夕凪の感想 a"');
    await until(() => expect(document.querySelectorAll('.card')).toHaveLength(1));
    expect(document.querySelector('.chosen-bar')).toBeNull();
  });

  it('adds a tag to them and takes it off, each with a way back', async () => {
    await box('d').click();
    await box('c').click();
    await bar().getByRole('button', { name: 'Tags' }).click();
    await page.getByRole('textbox', { name: 'Add to all of them' }).fill('味');
    await userEvent.keyboard('{Enter}');
    await until(async () => expect((await stored()).get('c')?.tags).toEqual(['味']));
    await expect.element(page.getByText('Changed the tags of 2 posts')).toBeVisible();
    await accessible(document.querySelector('.dialog') ?? document.body);
    await page.getByRole('button', { name: 'Remove 味 (on 2)' }).click();
    await until(async () => expect((await stored()).get('d')?.tags).toEqual([]));
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(async () => {
      const rows = await stored();
      expect(['a', 'b', 'c', 'd'].map((id) => rows.get(id)?.tags)).toEqual([[], [], ['味'], ['味']]);
    });
  });

  it('gathers them in a collection that is made there, and shows that one alone', async () => {
    await box('d').click();
    await box('a').click();
    await bar().getByRole('button', { name: 'Collections' }).click();
    await page.getByRole('textbox', { name: 'New collection' }).fill('秋の声');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Remove from 秋の声' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Collection' }).selectOptions('秋の声');
    await until(() => expect(document.querySelectorAll('.card')).toHaveLength(2));
    await page.getByRole('button', { name: 'Edit collections' }).click();
    await page.getByRole('button', { name: 'What to do with 秋の声' }).click();
    await page.getByRole('menuitem', { name: 'Delete the collection' }).click();
    await expect.element(page.getByText('The collection 秋の声 is deleted. Its posts stay.')).toBeVisible();
    expect((await stored()).get('d')?.undone).toBe(0);
  });

  it('removes them with their events, and brings them back', async () => {
    await box('d').click();
    await box('a').click({ modifiers: ['Shift'] });
    await bar().getByRole('button', { name: 'Move to trash' }).click();
    await expect.element(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(() => expect(document.querySelectorAll('.card')).toHaveLength(4));
    expect([...(await stored()).values()].map(({ looks }) => looks.length)).toEqual([1, 1, 1, 1]);
  });

  it('hands the chosen over for a file', async () => {
    await box('b').click();
    await bar().getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click();
    await until(() => expect(exportChosen).toHaveBeenCalledWith(['capture-b'], 'csv'));
    await expect.element(page.getByText('Wrote 1 post to a file')).toBeVisible();
  });

  it('finds what was captured twice, shows it first, and makes one of it, with a way back', async () => {
    const row = (await stored()).get('d');
    if (!row) throw new Error('nothing kept');
    const url = 'http://www.x.com/aoi/status/d/';
    const read = { ...row.read, key: url, url, site: 'page' };
    await workspace.put(captures, {
      ...row,
      id: 'capture-e',
      post: url,
      read,
      tags: ['店'],
      event: 'c-capture-e',
    });
    await expect.element(page.getByText('1 post was kept more than once.')).toBeVisible();
    await page.getByRole('button', { name: 'See and merge' }).click();
    await expect.element(page.getByRole('dialog').getByText(url)).toBeVisible();
    await page.getByRole('button', { name: 'Merge 1 post' }).click();
    await until(async () => expect((await stored()).get('d')).toMatchObject({ tags: ['店'], also: [url] }));
    await until(() => expect(document.querySelectorAll('.card')).toHaveLength(4));
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(() => expect(document.querySelectorAll('.card')).toHaveLength(5));
  });
});
