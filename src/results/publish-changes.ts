import { liveQuery } from 'dexie';
import { events } from '../activity/events.ts';
import { publishLinks } from '../link/publish-links.ts';
import { shortLinks } from '../link/tables.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { SerialQueue } from '../workspace/serial-queue.ts';
import { publishNew } from './publish.ts';

/**
 * Publishes what is new in the diary to the team, links first, since people may follow them already. Runs now and after each
 * event until the signal is aborted; `published` is called after each run.
 */
export function keepPublished(
  workspace: Workspace,
  team: Team,
  signal: AbortSignal,
  published: () => Promise<void> = async () => undefined,
): void {
  const turns = new SerialQueue();
  const publish = async () => {
    await publishLinks(workspace, team);
    await publishNew(workspace, team, Date.now());
    await published();
  };
  // What could not be published stays in the diary for the next run.
  const look = () => void turns.run(publish).catch(() => undefined);
  const last = async () => [
    await workspace.rows(events).orderBy('at').last(),
    await workspace.rows(shortLinks).orderBy('changed').last(),
  ];
  const watching = liveQuery(last).subscribe({ next: look, error: () => undefined });
  signal.addEventListener('abort', () => watching.unsubscribe(), { once: true });
}
