import { drafts } from '../share/tables.ts';
import type { Workspace } from '../workspace/open.ts';

export interface Reminders {
  /** Number of reminders that are due. */
  readonly due: number;
  /** When the next one is due, UTC ms; null for none. */
  readonly next: number | null;
}

/** Whether a reminder is due. If the clock is set back, it waits for its moment again. */
export function isDue({ remind }: { remind: number }, now: number): boolean {
  return remind > 0 && remind <= now;
}

/** Counts reminders at a moment (UTC ms) by the index alone, without reading drafts. */
export async function readReminders(workspace: Workspace, now: number): Promise<Reminders> {
  const table = workspace.rows(drafts);
  const [due, [next]] = await Promise.all([
    table.where('remind').between(1, now, true, true).count(),
    table.where('remind').above(now).limit(1).toArray(),
  ]);
  return { due, next: next?.remind ?? null };
}
