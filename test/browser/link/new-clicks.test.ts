import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { badgeText, readBadge } from '../../../src/app/badge.ts';
import { newClicks, seeClicks, showNewClicks, watchNewClicks } from '../../../src/link/new-clicks.ts';
import { clickDays } from '../../../src/link/tables.ts';
import { drafts } from '../../../src/share/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { draft } from '../draft/rows.ts';
import { clickDay } from '../results/kept.ts';
import { ownWorkspace, until } from '../stage.tsx';

let workspace: Workspace;
const now = Date.now();
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(() => workspace.diary.delete());

const followed = (human: number, part = {}) =>
  workspace.put(clickDays, clickDay('AbCdEfGhIj0', 0, { hours: { 9: { human, bot: 7 } }, ...part }));
const shown = async () => (await readBadge(workspace, now)).badge;

describe('new clicks on the icon', () => {
  it('are shown to nobody who did not choose it', async () => {
    await followed(5);
    expect(await seeClicks(workspace, now)).toBe(false);
    await followed(9);
    expect(await shown()).toBeNull();
  });

  it('count from when that was chosen, and from when Me was opened', async () => {
    await followed(5);
    await showNewClicks(workspace, true, now);
    expect(await newClicks(workspace, now)).toBe(0);
    await followed(9);
    expect(await shown()).toEqual({ of: 'clicks', n: 4 });
    expect(await seeClicks(workspace, now)).toBe(true);
    expect(await seeClicks(workspace, now)).toBe(false);
    expect(await shown()).toBeNull();
    await followed(10);
    expect(await newClicks(workspace, now)).toBe(1);
    await showNewClicks(workspace, false, now);
    expect(await shown()).toBeNull();
  });

  it('are people whom a hub counted, and never fewer than none', async () => {
    await showNewClicks(workspace, true, now);
    await workspace.put(clickDays, clickDay('file-1', 0, { from: 'file' }));
    await workspace.put(clickDays, clickDay('AbCdEfGhIj0', 40));
    expect(await newClicks(workspace, now)).toBe(0);
    await followed(3);
    await seeClicks(workspace, now);
    await followed(1);
    expect(await newClicks(workspace, now)).toBe(0);
  });

  it('are those of 90 days where Me is never opened', async () => {
    const begin = now - 200 * 86_400_000;
    await followed(1, { ...clickDay('seen-link', 200), hours: { 9: { human: 50 } } });
    await showNewClicks(workspace, true, begin);
    for (const daysAgo of [150, 91, 90, 3]) await workspace.put(clickDays, clickDay('a-link', daysAgo));
    const each = await newClicks(workspace, begin + 86_400_000);
    expect([each, await newClicks(workspace, now)]).toEqual([16, 8]);
  });

  it('come after drafts that are due', async () => {
    await showNewClicks(workspace, true, now);
    await followed(1234);
    await workspace.put(drafts, draft('1', { remind: now - 1 }));
    expect(await shown()).toEqual({ of: 'drafts', n: 1 });
    await workspace.rows(drafts).clear();
    expect(badgeText(await shown())).toBe('999+');
    expect(badgeText(null)).toBe('');
  });

  it('are announced when they change, and not when something else does', async () => {
    let told = 0;
    await showNewClicks(workspace, true, now);
    const stop = watchNewClicks(workspace, () => {
      told += 1;
    });
    await until(() => expect(told).toBe(1));
    await workspace.put(clickDays, clickDay('file-1', 0, { from: 'file' }));
    await followed(2);
    await until(() => expect(told).toBe(2));
    stop();
  });
});
