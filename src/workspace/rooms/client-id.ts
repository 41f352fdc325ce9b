import * as z from 'zod/mini';
import type { Workspace } from '../open.ts';
import { RANGE } from '../room.ts';
import { changeSetting, type Setting } from '../setting.ts';

/** How many contexts of this device have written until now. Never counted back: a client id is used once. */
const written: Setting<number> = {
  name: 'roomSessions',
  value: z.number(),
  initial: 0,
  ofDevice: true,
};

/** The next client id of a device: its number times the range, and a session that was never used. */
export async function nextClientId(workspace: Workspace, device: number): Promise<number> {
  const session = await changeSetting(workspace, written, (before) => before + 1);
  // A device that has used up its range (a million contexts) has to join again.
  if (session >= RANGE) throw new Error('this device has used all its client ids');
  return device * RANGE + session;
}
