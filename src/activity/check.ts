import type { Check } from '../workspace/check.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import { own } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import { wholeFrom } from '../workspace/whole-from.ts';
import { diaryTables } from './diary.ts';
import { dayOf, type Event } from './event.ts';
import { events } from './events.ts';
import { type Mark, marks, unmarked } from './mark.ts';
import { type Rollup, rollups } from './rollup.ts';
import { addTo } from './tally.ts';

/** Captures that have no event: their number by the post's key, and the tables that it is read from. */
export interface CaptureCounts {
  readonly tables: readonly TableDeclaration[];
  count(workspace: Workspace): Promise<ReadonlyMap<string, number>>;
}

/** Events read in one go. */
const PAGE = 2000;

async function eachEvent(
  workspace: Workspace,
  use: (event: Event) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let last = ''; ; ) {
    const page = await workspace.rows(events).where('id').above(last).limit(PAGE).toArray();
    for (const event of page) use(event);
    signal?.throwIfAborted();
    const end = page[page.length - 1];
    if (page.length < PAGE || !end) return;
    last = end.id;
  }
}

async function summed(workspace: Workspace, beside: CaptureCounts, signal?: AbortSignal) {
  const days = new Map<number, Rollup>();
  const byPost = new Map<string, Mark>();
  await eachEvent(
    workspace,
    (event) => {
      if (event.undone === 0 && Number.isInteger(event.day)) addTo(days, byPost, event, 1);
    },
    signal,
  );
  for (const [post, times] of await beside.count(workspace)) {
    const mark = byPost.get(post) ?? unmarked(post);
    byPost.set(post, { ...mark, kept: mark.kept + times });
  }
  return { days, byPost };
}

const sameCounts = (a: Rollup['counts'], b: Rollup['counts']) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (cell) => (own(a, cell) ?? 0) === (own(b, cell) ?? 0),
  );

const sameMark = (a: Mark | undefined, b: Mark | undefined) =>
  (a?.shared ?? 0) === (b?.shared ?? 0) && (a?.kept ?? 0) === (b?.kept ?? 0);

/** The rows as they should be, of the days and posts where they are not. */
async function compared(workspace: Workspace, since: number, beside: CaptureCounts, signal?: AbortSignal) {
  const { days, byPost } = await summed(workspace, beside, signal);
  const stored = new Map((await workspace.rows(rollups).toArray()).map((row) => [row.day, row.counts]));
  const marked = new Map((await workspace.rows(marks).toArray()).map((row) => [row.post, row]));
  const first = since === 0 ? Number.NEGATIVE_INFINITY : dayOf(since) + 1;
  const allDays = [...new Set([...days.keys(), ...stored.keys()])].filter((day) => day >= first);
  const posts = [...new Set([...byPost.keys(), ...marked.keys()])];
  const right = (post: string) => expected(byPost.get(post), marked.get(post), since);
  return {
    days: allDays
      .filter((day) => !sameCounts(days.get(day)?.counts ?? {}, stored.get(day) ?? {}))
      .map((day) => days.get(day) ?? { day, counts: {} }),
    marks: posts
      .filter((post) => !sameMark(right(post), marked.get(post)))
      .map((post) => right(post) ?? unmarked(post)),
  };
}

/**
 * Days and posts whose sums or marks do not match their events. Events from before `since` (UTC ms) may have been deleted by
 * the person: their sums stay, so only sums that are too small are wrong.
 */
export async function wrongSums(
  workspace: Workspace,
  since: number,
  beside: CaptureCounts,
  signal?: AbortSignal,
): Promise<{ days: number[]; posts: string[] }> {
  const right = await compared(workspace, since, beside, signal);
  return { days: right.days.map(({ day }) => day), posts: right.marks.map(({ post }) => post) };
}

/** The mark that a post should have: that of its events, or more if older events may be deleted. */
function expected(summed: Mark | undefined, stored: Mark | undefined, since: number): Mark | undefined {
  if (since === 0 || !stored) return summed;
  const { shared = 0, kept = 0 } = summed ?? {};
  return { post: stored.post, shared: Math.max(shared, stored.shared), kept: Math.max(kept, stored.kept) };
}

/** Adds events up again where their sums are wrong, in one transaction, so that nothing is recorded in between. */
export function sumAgain(workspace: Workspace, since: number, beside: CaptureCounts): Promise<void> {
  return workspace.together([...diaryTables, ...beside.tables], async () => {
    const right = await compared(workspace, since, beside);
    await workspace.rows(rollups).bulkPut(right.days);
    await workspace.rows(marks).bulkPut(right.marks);
  });
}

/** Events about something that does not exist any more, by `isThere`. */
export async function astray(
  workspace: Workspace,
  isThere: (event: Event) => boolean,
  signal?: AbortSignal,
): Promise<Event[]> {
  const found: Event[] = [];
  await eachEvent(workspace, (event) => void (event.about && !isThere(event) && found.push(event)), signal);
  return found;
}

/** The checks of the sums, with what keeps posts beside their events. */
export function sumChecks(beside: CaptureCounts): readonly Check[] {
  const wrong = async (workspace: Workspace, signal?: AbortSignal) =>
    wrongSums(workspace, await wholeFrom(workspace, events.name), beside, signal);
  const mend = async (workspace: Workspace) =>
    sumAgain(workspace, await wholeFrom(workspace, events.name), beside);
  return [
    {
      id: 'days',
      found: 'checkDays',
      mends: 'checkSumsMend',
      find: async (workspace, signal) => (await wrong(workspace, signal)).days.length,
      mend,
    },
    {
      id: 'marks',
      found: 'checkMarks',
      mends: 'checkSumsMend',
      find: async (workspace, signal) => (await wrong(workspace, signal)).posts.length,
      mend,
    },
  ];
}

/** The check of events about rows that are gone; `tables`: those that events are about, by their keys. */
export function astrayCheck(tables: readonly TableDeclaration[]): Check {
  const found = async (workspace: Workspace, signal?: AbortSignal): Promise<Event[]> => {
    const keys = tables.map((table) => workspace.rows(table).toCollection().primaryKeys());
    const there = new Set((await Promise.all(keys)).flat());
    // What was taken back is deleted after a month; that it happened stays in the list.
    return astray(workspace, ({ about, undone }) => undone > 0 || there.has(about), signal);
  };
  return {
    id: 'astray',
    found: 'checkAstray',
    mends: 'checkAstrayMend',
    find: async (workspace, signal) => (await found(workspace, signal)).length,
    mend: async (workspace) => {
      const rows = await found(workspace);
      await workspace.rows(events).bulkPut(rows.map((event) => ({ ...event, about: '' })));
    },
  };
}
