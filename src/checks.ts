import { astray, sumAgain, wrongSums } from './activity/check.ts';
import { type Event, events } from './activity/event.ts';
import { brokenRows, type Check } from './archive/check.ts';
import { captureIds, dropUnused, looseEnds, readAgain } from './capture/check.ts';
import { media } from './capture/tables.ts';
import { TABLES } from './declarations.ts';
import { shorter } from './privacy/choices.ts';
import { links } from './share/tables.ts';
import type { Workspace } from './workspace/open.ts';
import { readSetting } from './workspace/setting.ts';

const DAY = 86_400_000;
/** Rows are deleted by age once a day or so: the edge itself is left alone for this long, in days. */
const EDGE = 14;

/** From when on (UTC ms) a table is whole: the person may have chosen that older rows go. 0: all of it. */
async function since(workspace: Workspace, table: string): Promise<number> {
  const days = (await readSetting(workspace, shorter))[table];
  return days === undefined ? 0 : Math.max(1, Date.now() - Math.max(0, days - EDGE) * DAY);
}

async function eventsAstray(workspace: Workspace, signal?: AbortSignal): Promise<Event[]> {
  const kept = await captureIds(workspace);
  const shared = new Set((await workspace.rows(links).toCollection().primaryKeys()) as string[]);
  return astray(workspace, ({ about }) => kept.has(about) || shared.has(about), signal);
}

/** Everything that is looked through by Check my data. What is broken goes first: the rest can then be read. */
export const CHECKS: readonly Check[] = [
  brokenRows(TABLES),
  {
    id: 'days',
    found: 'checkDays',
    mends: 'checkSumsMend',
    find: async (workspace, signal) =>
      (await wrongSums(workspace, await since(workspace, events.name), signal)).days.length,
    mend: async (workspace) => sumAgain(workspace, await since(workspace, events.name)),
  },
  {
    id: 'marks',
    found: 'checkMarks',
    mends: 'checkSumsMend',
    find: async (workspace, signal) =>
      (await wrongSums(workspace, await since(workspace, events.name), signal)).posts.length,
    mend: async (workspace) => sumAgain(workspace, await since(workspace, events.name)),
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
