import { astray, sumAgain, wrongSums } from './activity/check.ts';
import { type Event, events } from './activity/event.ts';
import { brokenRows, type Check } from './archive/check.ts';
import { eventlessMarks } from './capture/eventless-marks.ts';
import { captureIds, dropUnused, looseEnds, readAgain } from './capture/picture-checks.ts';
import { media } from './capture/tables.ts';
import { TABLES } from './declarations.ts';
import { tidied } from './privacy/retention-choices.ts';
import { shares } from './share/tables.ts';
import type { Workspace } from './workspace/open.ts';
import { readSetting } from './workspace/setting.ts';

/** From when on (UTC ms) a table is whole: older rows may have been deleted by age. 0: all of it. */
async function since(workspace: Workspace, table: string): Promise<number> {
  return (await readSetting(workspace, tidied)).wholeFrom[table] ?? 0;
}

async function eventsAstray(workspace: Workspace, signal?: AbortSignal): Promise<Event[]> {
  const kept = await captureIds(workspace);
  const shared = new Set((await workspace.rows(shares).toCollection().primaryKeys()) as string[]);
  // What was taken back is deleted after a month; that it happened stays in the list.
  const isThere = ({ about, undone }: Event) => undone > 0 || kept.has(about) || shared.has(about);
  return astray(workspace, isThere, signal);
}

/** Everything that is looked through by Check my data. What is broken goes first: the rest can then be read. */
export const CHECKS: readonly Check[] = [
  brokenRows(TABLES),
  {
    id: 'days',
    found: 'checkDays',
    mends: 'checkSumsMend',
    find: async (workspace, signal) =>
      (await wrongSums(workspace, await since(workspace, events.name), eventlessMarks, signal)).days.length,
    mend: async (workspace) => sumAgain(workspace, await since(workspace, events.name), eventlessMarks),
  },
  {
    id: 'marks',
    found: 'checkMarks',
    mends: 'checkSumsMend',
    find: async (workspace, signal) =>
      (await wrongSums(workspace, await since(workspace, events.name), eventlessMarks, signal)).posts.length,
    mend: async (workspace) => sumAgain(workspace, await since(workspace, events.name), eventlessMarks),
  },
  {
    id: 'unused',
    found: 'checkUnused',
    mends: 'checkUnusedMend',
    find: async (workspace, signal) => (await looseEnds(workspace, 0, signal)).unused.length,
    mend: dropUnused,
  },
  {
    id: 'lacking',
    found: 'checkLacking',
    mends: 'checkLackingMend',
    find: async (workspace, signal) =>
      (await looseEnds(workspace, await since(workspace, media.name), signal)).lacking.length,
    mend: async (workspace) => readAgain(workspace, await since(workspace, media.name)),
  },
  {
    id: 'astray',
    found: 'checkAstray',
    mends: 'checkAstrayMend',
    find: async (workspace, signal) => (await eventsAstray(workspace, signal)).length,
    mend: async (workspace) => {
      const found = await eventsAstray(workspace);
      await workspace.rows(events).bulkPut(found.map((event) => ({ ...event, about: '' })));
    },
  },
];
