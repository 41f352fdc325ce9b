import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { paceSetting } from '../../../src/draft/pace.ts';
import { PaceFields } from '../../../src/draft/views/pace-fields.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { accessible, clear, narrow, ownWorkspace, show, until } from '../stage.tsx';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});
const pace = () => readSetting(workspace, paceSetting);

describe('one’s own pace in Settings', () => {
  it('is off, and each choice holds at once', async () => {
    await show(<PaceFields workspace={workspace} />);
    await expect.element(page.getByLabelText('Shares a day')).toHaveValue('0');
    await userEvent.selectOptions(page.getByLabelText('Shares a day'), '5');
    await until(async () => expect((await pace()).cap).toBe(5));
    await page.getByRole('checkbox', { name: 'Set quiet hours' }).click();
    await userEvent.fill(page.getByLabelText('From'), '23:30');
    await until(async () => expect((await pace()).quiet).toEqual({ on: true, from: 1410, to: 420 }));
    await accessible();
    await narrow();
  });

  it('shows a cap that was set otherwise, and says when the hours are none', async () => {
    await writeSetting(workspace, paceSetting, { cap: 7, quiet: { on: true, from: 60, to: 60 } });
    await show(<PaceFields workspace={workspace} />, 'zh-CN');
    await expect.element(page.getByLabelText('每天转发')).toHaveValue('7');
    await expect.element(page.getByText('开始和结束相同，等于没有免打扰时段。')).toBeVisible();
  });
});
