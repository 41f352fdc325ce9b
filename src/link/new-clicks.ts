import { liveQuery } from 'dexie';
import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { readSetting, type Setting, writeSetting } from '../workspace/setting.ts';
import { peopleIn } from './clicks.ts';
import { clickDays } from './tables.ts';

const DAY = 86_400_000;

/** Whether new clicks are shown on our icon: off until the person chooses it. */
export const clickBadge: Setting<{ on: boolean }> = {
  name: 'clickBadge',
  value: z.object({ on: z.boolean() }),
  initial: { on: false },
};

/** What was known when the person last looked at what came of their shares: people counted from a day (UTC) on. */
const seenClicks: Setting<{ from: number; people: number }> = {
  name: 'clicksSeen',
  value: z.object({ from: z.int(), people: z.number() }),
  initial: { from: 0, people: 0 },
  ofDevice: true,
};

/** People who followed own links from a day (UTC) on, as a hub counted them. */
async function peopleFrom(workspace: Workspace, from: number): Promise<number> {
  let people = 0;
  await workspace
    .rows(clickDays)
    .where('day')
    .aboveOrEqual(from)
    .each(({ from: origin, hours }) => {
      // What a file brings in is no news.
      if (origin === 'file') return;
      for (const counts of Object.values(hours)) people += peopleIn(counts);
    });
  return people;
}

/** Furthest back that is counted, days: whoever never opens Me has no ever longer diary added up for a number. */
const LONGEST = 90;

/** People who followed own links since that was last looked at (UTC ms now); 0 where nobody wants to know. */
export async function newClicks(workspace: Workspace, now: number): Promise<number> {
  const { on } = await readSetting(workspace, clickBadge);
  const { from, people } = await readSetting(workspace, seenClicks);
  if (!on || from === 0) return 0;
  const longest = Math.floor(now / DAY) - LONGEST;
  // Whom the person saw then followed on the day that is counted from, or the one after.
  if (longest > from) return peopleFrom(workspace, Math.max(longest, from + 2));
  // Newer rules may have counted fewer of them.
  return Math.max(0, (await peopleFrom(workspace, from)) - people);
}

/** Counts from here on. A day earlier is looked at too, since what a hub tells late is dated by when it happened. */
async function countFrom(workspace: Workspace, now: number): Promise<void> {
  const from = Math.floor(now / DAY) - 1;
  await writeSetting(workspace, seenClicks, { from, people: await peopleFrom(workspace, from) });
}

/** The person looks at what came of their shares. True if there was something new. */
export async function seeClicks(workspace: Workspace, now: number): Promise<boolean> {
  const { on } = await readSetting(workspace, clickBadge);
  const { from } = await readSetting(workspace, seenClicks);
  if (!on || (from > 0 && (await newClicks(workspace, now)) === 0)) return false;
  await countFrom(workspace, now);
  return true;
}

/** Shows new clicks on our icon, from this moment on, or no more. */
export async function showNewClicks(workspace: Workspace, on: boolean, now: number): Promise<void> {
  await writeSetting(workspace, clickBadge, { on });
  if (on) await countFrom(workspace, now);
}

/** Calls back with how many are new, now and whenever that changes, whichever context it comes from. */
export function watchNewClicks(workspace: Workspace, changed: () => void): () => void {
  let last = -1;
  const next = (n: number) => {
    if (n === last) return;
    last = n;
    changed();
  };
  // A diary that cannot be read has nothing new.
  const watching = liveQuery(() => newClicks(workspace, Date.now())).subscribe({
    next,
    error: () => undefined,
  });
  return () => watching.unsubscribe();
}
