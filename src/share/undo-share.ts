import { diaryTables, undo } from '../activity/diary.ts';
import { events } from '../activity/events.ts';
import type { Workspace } from '../workspace/open.ts';
import { shares } from './tables.ts';

/**
 * Undoes a prepared share and every event about it, in one transaction, since a share that was never
 * prepared was never opened. True if it was not undone before.
 */
export function takeBackShare(workspace: Workspace, id: string, at: number): Promise<boolean> {
  return workspace.together([...diaryTables, shares], async () => {
    const row = await workspace.rows(shares).get(id);
    if (row?.undone === 0) await workspace.put(shares, { ...row, undone: at });
    const about = await workspace.rows(events).where('about').equals(id).toArray();
    let stood = false;
    // Sequentially: they change the same day's sums.
    for (const event of about) stood = (await undo(workspace, event.id, at)) || stood;
    return stood;
  });
}
