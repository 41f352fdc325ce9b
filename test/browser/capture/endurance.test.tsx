import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { captures } from '../../../src/capture/tables.ts';
import { CapturesPage } from '../../../src/capture/views/captures-page.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { clear, ownWorkspace, show, until, wide } from '../stage.tsx';
import { capture } from './stored.ts';

const MANY = 100_000;
const BATCH = 10_000;

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const kept = (n: number) => capture(`n${n}`, n + 1, {}, n === 7 ? { text: 'たった一つのことば' } : {});

/** Rows in a few transactions of the engine's own, which wait for no disk: filling is not what is tested. */
async function fill(): Promise<void> {
  await workspace.diary.open();
  const db = workspace.diary.backendDB();
  for (let from = 0; from < MANY; from += BATCH) {
    const writing = db.transaction(captures.name, 'readwrite', { durability: 'relaxed' });
    for (let n = from; n < from + BATCH; n += 1) writing.objectStore(captures.name).add(kept(n));
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
  }
}

it('a hundred thousand captures are shown with a page of them in the document, and searched to the very oldest', {
  timeout: 240_000,
}, async () => {
  await fill();
  expect(await workspace.rows(captures).count()).toBe(MANY);
  const root = await show(
    <CapturesPage workspace={workspace} id="" siteName={(id) => id} exportChosen={() => Promise.resolve()} />,
  );
  const cards = () => root.querySelectorAll('.card');
  const first = () => cards()[0]?.getAttribute('href');
  await expect.poll(first, { timeout: 60_000 }).toBe(`#/captures/capture-n${MANY - 1}`);
  await expect.poll(() => root.textContent, { timeout: 60_000 }).toContain('100,000 posts');
  // Of the whole only what is on the screen is in the page.
  expect(cards().length).toBeLessThan(80);
  const search = page.getByRole('searchbox');
  await search.fill('タッタ一ツ');
  await until(() => expect(cards()).toHaveLength(1));
  expect(first()).toBe('#/captures/capture-n7');
  await search.fill('');
  await until(() => expect(root.textContent).toContain('100,000 posts'));
  window.scrollTo(0, document.documentElement.scrollHeight);
  await until(() => expect(root.querySelector('a[href="#/captures/capture-n0"]')).not.toBeNull());
  expect(cards().length).toBeLessThan(80);
});
