import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { sent } from '../workspace/rooms/tables.ts';
import { changeSetting, readSetting, type Setting } from '../workspace/setting.ts';
import { readMembership } from './membership.ts';

const Before = z.object({ items: z.int(), until: z.number() });

/** How many items this device sent to its earlier teams, and until when, UTC ms. */
export const earlierTotals: Setting<z.infer<typeof Before>> = {
  name: 'teamGivenBefore',
  value: Before,
  initial: { items: 0, until: 0 },
  ofDevice: true,
};

/** How many items this device sent to its teams. `address`: of the hub; empty if there is no team now. */
export interface SyncTotals {
  readonly address: string;
  readonly items: number;
  readonly before: z.infer<typeof Before>;
}

const arrived = (workspace: Workspace) =>
  workspace
    .rows(sent)
    .filter((row) => row.sent > 0)
    .count();

/** How many items this device has sent to its team and to earlier ones. */
export async function readSent(workspace: Workspace): Promise<SyncTotals> {
  const membership = await readMembership(workspace);
  const before = await readSetting(workspace, earlierTotals);
  if (!membership) return { address: '', items: 0, before };
  return { address: membership.address, items: await arrived(workspace), before };
}

/** Records how many items were sent, before the rooms are forgotten: leaving a team does not take them back. */
export async function noteSyncTotals(workspace: Workspace, at: number): Promise<void> {
  const items = await arrived(workspace);
  if (items > 0)
    await changeSetting(workspace, earlierTotals, (before) => ({ items: before.items + items, until: at }));
}
