import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NO_LABELS } from '../../../src/share/labels/labels.ts';
import {
  carryAlways,
  presets,
  putPresetBack,
  removePreset,
  renamePreset,
  savePreset,
} from '../../../src/share/labels/presets.ts';
import { PresetSettings } from '../../../src/share/views/labels/preset-settings.tsx';
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
const stored = () => readSetting(workspace, presets);

test('presets are renamed, chosen for every share, removed and brought back', async () => {
  for (const [n, name] of ['Spring', 'Autumn'].entries())
    await savePreset(workspace, { id: `p${n}`, name, labels: { ...NO_LABELS, campaign: `c${n}` } });
  await show(
    <>
      <h1>Settings</h1>
      <PresetSettings workspace={workspace} />
      <Toasts />
    </>,
  );
  await expect.element(page.getByText('utm_campaign=c1')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Name of the preset Autumn' });
  await field.fill('Letter');
  await userEvent.tab();
  await until(async () => expect((await stored()).all.map(({ name }) => name)).toEqual(['Letter', 'Spring']));
  const other = page.getByRole('textbox', { name: 'Name of the preset Letter' });
  await other.fill('Spring');
  await userEvent.tab();
  await until(() => expect(other.element()).toHaveProperty('value', 'Letter'));
  await page.getByRole('combobox', { name: 'For every share' }).selectOptions('Letter');
  await until(async () => expect((await stored()).always).toBe('p1'));
  await accessible();
  await narrow();
  await page.getByRole('button', { name: 'Remove Letter' }).click();
  await until(async () => expect(await stored()).toMatchObject({ all: [{ name: 'Spring' }], always: '' }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(async () => expect(await stored()).toMatchObject({ all: [{}, {}], always: 'p1' }));
});

test('one that is brought back takes nothing from what changed meanwhile', async () => {
  const save = (id: string, name: string) =>
    savePreset(workspace, { id, name, labels: { ...NO_LABELS, campaign: id } });
  for (const id of ['c', 'b', 'a']) await save(id, id);
  const before = await carryAlways(workspace, 'b');
  const [, b] = before.all;
  if (!b) throw new Error('no preset');
  await removePreset(workspace, 'b');
  await save('new', 'New');
  await renamePreset(workspace, 'c', 'Renamed');
  await putPresetBack(workspace, b, before);
  const now = await stored();
  expect(now.all.map(({ name }) => name)).toEqual(['New', 'a', 'b', 'Renamed']);
  expect(now.always).toBe('b');
  // What was chosen or stored instead since stands.
  await removePreset(workspace, 'b');
  await carryAlways(workspace, 'a');
  await save('other', 'b');
  expect(await putPresetBack(workspace, b, now)).toEqual(await stored());
  expect(await stored()).toMatchObject({ all: [{ id: 'other' }, {}, {}, {}], always: 'a' });
});
