import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import { moment } from '../workspace/moment.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { captures } from './tables.ts';

/** Marks a capture as reviewed. One with a tag, note or collection needs no such row. */
export const Done = z.object({
  /** Id of the capture. */
  id: z.string().check(z.minLength(8), z.maxLength(60)),
  /** UTC ms. */
  at: moment,
});
export type Done = z.infer<typeof Done>;

export const inbox = table({
  name: 'inbox',
  row: Done,
  indexes: 'id, at',
  title: 'tableInbox',
  purpose: 'purposeInbox',
  leaves: 'never',
  // Longer than anything stays in the inbox.
  keep: 60,
  ages: 'at',
});

/** How long a capture stays in the inbox, ms. */
const WAITS = 30 * 86_400_000;
/** Captures read at most; older ones appear once the newer ones are reviewed. */
const MOST_READ = 400;

type InboxCandidate = Pick<Capture, 'id' | 'at' | 'tags' | 'note' | 'collections' | 'undone'>;

/** Whether a capture waits for review: recent, not removed, and without a tag, note or collection. */
export function isWaiting(capture: InboxCandidate, done: ReadonlySet<string>, now: number): boolean {
  const { id, at, tags, note, collections, undone } = capture;
  if (undone !== 0 || at <= now - WAITS || done.has(id)) return false;
  return tags.length === 0 && note.trim() === '' && (collections ?? []).length === 0;
}

export interface Waiting {
  /** The newest ones, to show. */
  readonly shown: readonly Capture[];
  /** Ids of all, newest first. */
  readonly ids: readonly string[];
}

/** Captures waiting for review, newest first. Reads at most 30 days and a limited number of rows. */
export async function readInbox(workspace: Workspace, now: number, most: number): Promise<Waiting> {
  const [done, rows] = await Promise.all([
    workspace.rows(inbox).toCollection().primaryKeys(),
    workspace
      .rows(captures)
      .where('at')
      .above(now - WAITS)
      .reverse()
      .limit(MOST_READ)
      .toArray(),
  ]);
  const marked = new Set(done.map(String));
  const waiting = rows.filter((capture) => isWaiting(capture, marked, now));
  return { shown: waiting.slice(0, most), ids: waiting.map(({ id }) => id) };
}

/** Marks captures as reviewed. Idempotent. */
export async function markDone(workspace: Workspace, ids: readonly string[], at: number): Promise<void> {
  await workspace.together([inbox], async () => {
    for (const id of ids) await workspace.put(inbox, { id, at });
  });
}

/** Removes the marks. */
export async function unmarkDone(workspace: Workspace, ids: readonly string[]): Promise<void> {
  await workspace.rows(inbox).bulkDelete([...ids]);
}
