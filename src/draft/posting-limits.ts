import { dayOf, startOfDay } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import type { ShareChoice } from '../share/messages.ts';
import { preferences } from '../share/tables.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { type Pause, paceSetting, pauseAt, reachesReaders, sharedIn, shareKey } from './pace.ts';

/** What was shared on the local day of a moment. */
async function sharedOn(workspace: Workspace, at: number): Promise<Set<string>> {
  const day = dayOf(at);
  const rows = await workspace
    .rows(events)
    .where('at')
    .between(startOfDay(day), startOfDay(day + 1), true, false)
    .toArray();
  return sharedIn(rows);
}

interface ShareAttempt {
  readonly at: number;
  readonly post: { readonly key: string };
  readonly choice: ShareChoice | null;
}

/** Whether the person's own limits pause this share. Checked before anything is recorded. */
export async function pauseFor(
  workspace: Workspace,
  { at, post, choice }: ShareAttempt,
): Promise<Pause | null> {
  const pace = await readSetting(workspace, paceSetting);
  if (pace.cap === 0 && !pace.quiet.on) return null;
  const channel = choice?.channel ?? (await readSetting(workspace, preferences)).channels[0] ?? 'copy';
  if (!reachesReaders(channel)) return null;
  const shared = pace.cap === 0 ? new Set<string>() : await sharedOn(workspace, at);
  // Already shared there today: its readers have it.
  if (shared.has(shareKey({ post: post.key, channel }))) return pauseAt({ ...pace, cap: 0 }, at, 0);
  return pauseAt(pace, at, shared.size);
}
