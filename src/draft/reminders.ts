import { drafts } from '../share/tables.ts';
import type { Workspace } from '../workspace/open.ts';

export interface Reminders {
  /** How many have come due and were not looked at. */
  readonly due: number;
  /** When the next one comes due, UTC ms; null where none stands. */
  readonly next: number | null;
}

/** Whether a reminder has come due. A clock that was set back makes it wait until its moment comes again. */
export function isDue({ remind }: { remind: number }, now: number): boolean {
  return remind > 0 && remind <= now;
}

/** How the reminders stand at a moment (UTC ms). By the index alone: no draft is read. */
export async function readReminders(workspace: Workspace, now: number): Promise<Reminders> {
  const table = workspace.rows(drafts);
  const [due, [next]] = await Promise.all([
    table.where('remind').between(1, now, true, true).count(),
    table.where('remind').above(now).limit(1).toArray(),
  ]);
  return { due, next: next?.remind ?? null };
}
