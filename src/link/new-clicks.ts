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

/** The state when the person last looked at their results: the number of people since a day (UTC). */
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
      // Imported clicks are not new.
      if (origin === 'file') return;
      for (const counts of Object.values(hours)) people += peopleIn(counts);
    });
  return people;
}

/** The longest period that is counted, days, so that the badge does not read ever more for somebody who never looks. */
const LONGEST = 90;

/** People who followed own links since the person last looked; 0 if the badge is off. `now`: UTC ms. */
export async function newClicks(workspace: Workspace, now: number): Promise<number> {
  const { on } = await readSetting(workspace, clickBadge);
  const { from, people } = await readSetting(workspace, seenClicks);
  if (!on || from === 0) return 0;
  const longest = Math.floor(now / DAY) - LONGEST;
  // The people whom the person had seen then followed on the first counted day or the one after.
  if (longest > from) return peopleFrom(workspace, Math.max(longest, from + 2));
  // Newer rules may have counted fewer of them.
  return Math.max(0, (await peopleFrom(workspace, from)) - people);
}

/** Starts counting from now. A day earlier is included, since late reports from a hub have the date of the click. */
async function countFrom(workspace: Workspace, now: number): Promise<void> {
  const from = Math.floor(now / DAY) - 1;
  await writeSetting(workspace, seenClicks, { from, people: await peopleFrom(workspace, from) });
}

/** Resets the badge when the person looks at their results; true if there was something new. */
export async function seeClicks(workspace: Workspace, now: number): Promise<boolean> {
  const { on } = await readSetting(workspace, clickBadge);
  const { from } = await readSetting(workspace, seenClicks);
  if (!on || (from > 0 && (await newClicks(workspace, now)) === 0)) return false;
  await countFrom(workspace, now);
  return true;
}

/** Turns the badge of new clicks on, from this moment on, or off. */
export async function showNewClicks(workspace: Workspace, on: boolean, now: number): Promise<void> {
  await writeSetting(workspace, clickBadge, { on });
  if (on) await countFrom(workspace, now);
}

/** Calls back when the number of new clicks changes in any context, and once at the start. */
export function watchNewClicks(workspace: Workspace, changed: () => void): () => void {
  let last = -1;
  const next = (n: number) => {
    if (n === last) return;
    last = n;
    changed();
  };
  // If the diary cannot be read, there is nothing new.
  const watching = liveQuery(() => newClicks(workspace, Date.now())).subscribe({
    next,
    error: () => undefined,
  });
  return () => watching.unsubscribe();
}
