import { fold, readDays, type Stats } from '../activity/stats.ts';
import type { Workspace } from '../workspace/open.ts';
import { clickRollups, readClicks } from './clicks.ts';

/** Adds up a span of days (both within): the diary's, and what the hub counted on the person's links. */
export async function statsWithClicks(workspace: Workspace, from: number, to: number): Promise<Stats> {
  const [days, clicks] = await Promise.all([readDays(workspace, from, to), readClicks(workspace, from, to)]);
  return fold([...days, ...clickRollups(clicks)], from, to);
}
