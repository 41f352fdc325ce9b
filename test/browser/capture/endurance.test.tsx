import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { captures } from '../../../src/capture/tables.ts';
import { CapturesPage } from '../../../src/capture/views/captures-page.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { clear, ownWorkspace, show, until, wide } from '../stage.tsx';
import { capture } from './kept.ts';

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

it('a hundred thousand kept posts are shown, and the oldest of them is found', {
  timeout: 240_000,
}, async () => {
  for (let from = 0; from < MANY; from += BATCH)
    await workspace
      .rows(captures)
      .bulkAdd(Array.from({ length: BATCH }, (_, at) => capture(`n${from + at}`, from + at + 1)));
  expect(await workspace.rows(captures).count()).toBe(MANY);
  const root = await show(
    <CapturesPage workspace={workspace} id="" siteName={(id) => id} exportChosen={() => Promise.resolve()} />,
  );
  const first = () => root.querySelector('.card')?.getAttribute('href');
  await expect.poll(first, { timeout: 60_000 }).toBe(`#/captures/capture-n${MANY - 1}`);
  // Of the whole only what is on the screen is in the page.
  expect(root.querySelectorAll('.card').length).toBeLessThan(200);
  await page.getByRole('searchbox').fill('感想 n0');
  await expect.poll(first, { timeout: 60_000 }).toBe('#/captures/capture-n0');
  await until(() => expect(root.querySelectorAll('.card')).toHaveLength(1));
});
