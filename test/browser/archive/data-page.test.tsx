import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { events } from '../../../src/activity/events.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { ARCHIVED } from '../../../src/app/archived.ts';
import { CHECKS } from '../../../src/app/checks.ts';
import { exportAll } from '../../../src/archive/export.ts';
import { previewImport } from '../../../src/archive/import.ts';
import { DataPage } from '../../../src/archive/views/data-page.tsx';
import { captures, media } from '../../../src/capture/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { dump, event, fill, options } from './filled.ts';

let workspace: Workspace;
let other: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  other = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  for (const one of [workspace, other]) {
    indexedDB.deleteDatabase(`${one.diary.name}-snapshots`);
    await one.diary.delete();
  }
});

const data = () => <DataPage workspace={workspace} archived={ARCHIVED} checks={CHECKS} app="0.1.0" />;

async function choose(bytes: BlobPart, name = 'musubi.zip'): Promise<void> {
  await userEvent.upload(page.getByLabelText('Choose a file…'), new File([bytes], name));
}

async function exported(): Promise<Blob> {
  await fill(other);
  return (await exportAll(other, ARCHIVED, options())).blob;
}

describe('Your data', () => {
  it('writes a file that this very page takes back', async () => {
    await fill(workspace);
    const root = await show(data());
    await page.getByRole('button', { name: 'Export everything' }).click();
    await expect.element(page.getByText(/The file is ready/)).toBeVisible();
    const link = root.querySelector<HTMLAnchorElement>('a[download]');
    expect(link?.download).toMatch(/^musubi-\d{4}-\d\d-\d\d\.zip$/);
    await until(() => expect(link?.getAttribute('href')).toMatch(/^blob:/));
    const blob = await (await fetch(link?.href ?? '')).blob();
    expect(await previewImport(other, ARCHIVED, blob)).toMatchObject({ ok: true });
    await accessible();
  });

  it('shows what a file would do, imports it when confirmed, and undoes it', async () => {
    const blob = await exported();
    await workspace.put(events, event('event-own1'));
    const before = await dump(workspace);
    await show(data(), 'en');
    await choose(blob);
    await expect.element(page.getByText(/musubi\.zip, written/)).toBeVisible();
    expect(await dump(workspace)).toEqual(before);
    await accessible();
    await narrow();
    await wide();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.element(page.getByText(/Imported/)).toBeVisible();
    expect(await workspace.rows(captures).count()).toBe(3);
    expect(await workspace.rows(events).count()).toBe(6);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Everything is as it was before.')).toBeVisible();
    const after = await dump(workspace);
    // The bytes of a picture stay until the next check: no row shows them.
    expect({ ...after, media: [] }).toEqual({ ...before, media: [] });
  });

  it('says why a file is not taken, as text, and changes nothing', async () => {
    await fill(workspace);
    const before = await dump(workspace);
    const root = await show(data(), 'ja');
    const input = root.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no way to choose a file');
    await userEvent.upload(input, new File(['<b id="evil">x</b>'], 'a.zip'));
    await expect.element(page.getByText(/zipファイルではありません/)).toBeVisible();
    expect(document.getElementById('evil')).toBeNull();
    expect(await dump(workspace)).toEqual(before);
    await accessible();
  });

  it('finds what does not fit together, says what it would do, and mends it', async () => {
    await fill(workspace);
    const right = await workspace.rows(rollups).toArray();
    await workspace
      .rows(rollups)
      .toCollection()
      .modify({ counts: { 'opened|x|x': 40 } });
    await workspace.diary.table(events.name).put({ ...event('event-bad1'), at: 'yesterday' });
    await workspace.rows(media).clear();
    await show(data());
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.element(page.getByText(/1 entry cannot be read/)).toBeVisible();
    await expect.element(page.getByText(/The figures of 1 day differ/)).toBeVisible();
    await expect.element(page.getByText(/1 kept post lacks a picture that should be here/)).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Fix it' }).click();
    await expect.element(page.getByText('Fixed. No problems left.')).toBeVisible();
    expect(await workspace.rows(rollups).toArray()).toEqual(right);
    expect(await workspace.diary.table('aside').toArray()).toMatchObject([
      { id: 'events:event-bad1', table: 'events', row: { at: 'yesterday' } },
    ]);
  });

  it('says so where all is well', async () => {
    await fill(workspace);
    await show(data());
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.element(page.getByText('No problems found.')).toBeVisible();
  });

  it('goes back to a copy after one question', async () => {
    const blob = await exported();
    await workspace.put(events, event('event-own1'));
    await show(data());
    await choose(blob);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: /Restore the backup of/ }).click();
    await expect.element(page.getByText(/What was recorded since then is deleted/)).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await until(async () => expect(await workspace.rows(events).count()).toBe(1));
    expect(await workspace.rows(captures).count()).toBe(0);
  });
});
