import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import { OwnTemplates } from '../../../src/library/views/own-templates.tsx';
import { templates } from '../../../src/share/templates.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});
const words = async () => (await readSetting(workspace, templates)).map((one) => one.words);

it('words of one’s own are saved once, the newest first, and deleted with a way back', async () => {
  await show(
    <>
      <OwnTemplates workspace={workspace} />
      <Toasts />
    </>,
  );
  await page.getByText(en.libraryOwn).click();
  const add = async (text: string) => {
    await page.getByLabelText(en.libraryOwnNew).fill(text);
    await page.getByRole('button', { name: en.libraryOwnAdd }).click();
  };
  await add('うちの豆です');
  await until(async () => expect(await words()).toEqual(['うちの豆です']));
  await add('  Ours, and fresh ');
  await until(async () => expect(await words()).toEqual(['Ours, and fresh', 'うちの豆です']));
  await add('うちの豆です');
  await until(async () => expect(await words()).toEqual(['うちの豆です', 'Ours, and fresh']));
  await accessible();
  await narrow();
  await wide();
  await page.getByRole('button', { name: en.libraryOwnRemove.replace('{words}', 'Ours, and fresh') }).click();
  await until(async () => expect(await words()).toEqual(['うちの豆です']));
  await page.getByRole('button', { name: en.uiUndo }).click();
  await until(async () => expect(await words()).toHaveLength(2));
});
