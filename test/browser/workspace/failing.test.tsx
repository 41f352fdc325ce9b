import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import { RailFoot } from '../../../src/app/companion/rail-foot.tsx';
import { TABLES } from '../../../src/app/declared.ts';
import { Failed } from '../../../src/ui/failed.tsx';
import { sayFailure } from '../../../src/ui/failure-toast.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import { TroubleBar } from '../../../src/ui/trouble.tsx';
import { failureOf } from '../../../src/workspace/failure.ts';
import { useLive } from '../../../src/workspace/live.ts';
import { openWorkspace, versionOf, type Workspace } from '../../../src/workspace/open.ts';
import { settings } from '../../../src/workspace/setting.ts';
import { accessible, clear, ownWorkspace, show, until } from '../stage.tsx';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(async () => {
  clear();
  workspace.close();
  await Dexie.delete(workspace.diary.name);
});

const thrown = async (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => null,
    (error: unknown) => error,
  );

/** Another page, of a later Musubi, as far as the browser's storage knows. */
const openNewer = (name: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, (versionOf(TABLES) + 1) * 10);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains('settings'))
        request.result.createObjectStore('settings', { keyPath: 'name' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

describe('a diary that a newer Musubi has', () => {
  it('is let go of at once, and the page says to reload', async () => {
    await workspace.put(settings, { name: 'a', value: 1 });
    await show(<TroubleBar workspace={workspace} />);
    const newer = await openNewer(workspace.diary.name);
    await expect.element(page.getByRole('alert').getByText(en.failureOutdated)).toBeVisible();
    await accessible();
    const late = await thrown(() => workspace.put(settings, { name: 'b', value: 1 }));
    expect(late).toBeInstanceOf(Error);
    const keys = newer.transaction('settings').objectStore('settings').getAllKeys();
    await new Promise((resolve) => {
      keys.onsuccess = resolve;
    });
    expect(keys.result).toEqual(['a']);
    newer.close();
  });

  it('is not opened by an older page, which says so', async () => {
    (await openNewer(workspace.diary.name)).close();
    function Reading() {
      const live = useLive(() => workspace.rows(settings).toArray(), [workspace]);
      return live.state === 'failed' ? <Failed error={live.error} /> : <p>{live.state}</p>;
    }
    await show(<Reading />);
    await expect.element(page.getByRole('alert').getByText(en.failureOutdatedTitle)).toBeVisible();
    expect(failureOf(await thrown(() => workspace.rows(settings).count()))).toBe('outdated');
    expect(workspace.troubles.current).toBe('outdated');
  });

  it('says that it waits while another page holds the older form open, and goes on by itself', async () => {
    const name = workspace.diary.name;
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 5);
      request.onsuccess = () => resolve(request.result);
    });
    // It does not answer `versionchange`, as a page that hangs does not.
    const fresh = openWorkspace(TABLES, name);
    await show(<TroubleBar workspace={fresh} />);
    const reading = fresh.rows(settings).count();
    await expect.element(page.getByRole('alert').getByText(en.failureWaiting)).toBeVisible();
    older.close();
    expect(await reading).toBe(0);
    await until(() => expect(document.querySelector('.trouble')).toBeNull());
    fresh.close();
  });
});

describe('a page without a diary', () => {
  it('says below its pages that nothing can be saved, and not that all is saved', async () => {
    (await openNewer(workspace.diary.name)).close();
    await show(<RailFoot workspace={workspace} />);
    await expect.element(page.getByRole('status').getByText(en.navNotSaved)).toBeVisible();
    expect(document.body.textContent).not.toContain(en.navSavedHere);
  });

  it('says that all is saved where the diary is open', async () => {
    await show(<RailFoot workspace={workspace} />);
    await expect.element(page.getByText(en.navSavedHere)).toBeVisible();
  });
});

describe('words for a failure', () => {
  it('says what happened and the way out, for a press that could not be stored', async () => {
    await show(<Toasts />);
    sayFailure(new DOMException('', 'QuotaExceededError'));
    await expect.element(page.getByText(en.failureFull)).toBeVisible();
    await expect.element(page.getByRole('button', { name: en.failureMakeRoom })).toBeVisible();
    await accessible();
  });

  it('says what a window is that stores nothing, and what a damaged disk is', async () => {
    for (const [name, title] of [
      ['SecurityError', en.failurePrivateTitle],
      ['UnknownError', en.failureDamagedTitle],
    ] as const) {
      await show(<Failed error={new DOMException('', name)} />);
      await expect.element(page.getByRole('alert').getByText(title)).toBeVisible();
    }
  });

  it('leads to the backups where one may help, and folds the words of the browser', async () => {
    await show(<Failed error={new DOMException('Internal error.', 'UnknownError')} />);
    await expect.element(page.getByRole('link', { name: en.uiBackups })).toBeVisible();
    const detail = page.getByText('UnknownError: Internal error.');
    await expect.element(detail).not.toBeVisible();
    await page.getByText(en.uiDetails).click();
    await expect.element(detail).toBeVisible();
    await accessible();
    await show(<Failed error={new DOMException('', 'SecurityError')} />);
    expect(page.getByRole('link', { name: en.uiBackups }).elements()).toEqual([]);
  });
});
