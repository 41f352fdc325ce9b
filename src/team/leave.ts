import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { sweepRooms } from '../workspace/rooms/databases.ts';
import { forgetRooms, teamTables } from '../workspace/rooms/outbox.ts';
import { deviceState, type Setting, writeSetting } from '../workspace/setting.ts';
import { dropKey } from './device-key.ts';
import { keepMembership, type Membership, readMembership } from './membership.ts';
import { noteSyncTotals } from './sync-totals.ts';

/** How the last membership on this device ended, shown once by the team page. Empty: there was none. */
export const membershipEnd: Setting<'' | 'left' | 'removed'> = {
  name: 'teamEnded',
  value: z.enum(['', 'left', 'removed']),
  initial: '',
  ofDevice: true,
};

/** Changes the membership in one transaction with what is the team's. */
const withRooms = (workspace: Workspace, work: () => Promise<void>) =>
  workspace.together([deviceState, ...teamTables(workspace)], work);

/**
 * Notes that this device is in a team. Where it was in none it begins with empty rooms: what a page wrote for an earlier team
 * that was being left elsewhere would go to this one.
 */
export const beginMembership = (workspace: Workspace, member: Membership): Promise<void> =>
  withRooms(workspace, async () => {
    if ((await readMembership(workspace)) === null) await forgetRooms(workspace);
    await keepMembership(workspace, member);
  });

/** Deletes the team's data from this device: rooms, records of what was sent, the key. The diary stays. */
export async function forgetTeam(workspace: Workspace, how: 'left' | 'removed'): Promise<void> {
  await noteSyncTotals(workspace, Date.now());
  // Together: an end in between would leave rooms that nobody opens, and that no start sweeps.
  await withRooms(workspace, async () => {
    await keepMembership(workspace, null);
    await forgetRooms(workspace);
  });
  await dropKey(workspace);
  await writeSetting(workspace, membershipEnd, how);
  // Without their names no room is opened again; a database that is in use somewhere goes at the next start.
  await sweepRooms(workspace).catch(() => undefined);
}
