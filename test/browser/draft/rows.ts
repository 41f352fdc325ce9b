import { type Draft, drafts } from '../../../src/share/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { post } from '../capture/stored.ts';

/** An invented draft. */
export function draft(id: string, part: Partial<Draft> = {}, read = {}): Draft {
  const own = post(id, read);
  return {
    post: own.key,
    at: Date.now() - 3_600_000,
    channel: 'x',
    target: own.url,
    words: '',
    disclosure: null,
    removed: '',
    read: own,
    remind: 0,
    aside: 0,
    ...part,
  };
}

export async function keepAll(workspace: Workspace, rows: readonly Draft[]): Promise<void> {
  for (const row of rows) await workspace.put(drafts, row);
}
