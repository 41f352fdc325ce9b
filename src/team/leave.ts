import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { sweepRooms } from '../workspace/rooms/databases.ts';
import { forgetRooms } from '../workspace/rooms/outbox.ts';
import { type Setting, writeSetting } from '../workspace/setting.ts';
import { dropKey } from './device-key.ts';
import { keepMembership } from './membership.ts';
import { noteSyncTotals } from './sync-totals.ts';

/** How the last membership on this device ended, shown once by the team page. Empty: there was none. */
export const ended: Setting<'' | 'left' | 'removed'> = {
  name: 'teamEnded',
  value: z.enum(['', 'left', 'removed']),
  initial: '',
  ofDevice: true,
};

/** Deletes the team's data from this device: rooms, records of what was sent, the key. The diary stays. */
export async function forgetTeam(workspace: Workspace, how: 'left' | 'removed'): Promise<void> {
  await noteSyncTotals(workspace, Date.now());
  await keepMembership(workspace, null);
  await forgetRooms(workspace);
  await dropKey(workspace);
  await writeSetting(workspace, ended, how);
  // Without their names no room is opened again; a database that is in use somewhere goes at the next start.
  await sweepRooms(workspace).catch(() => undefined);
}
