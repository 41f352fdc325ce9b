import { keepOfflineCache } from '../library/offline-cache/fill.ts';
import { keepLinkRules } from '../link/link-rules.ts';
import { keepClicks } from '../link/watch-clicks.ts';
import { keepPublished } from '../results/publish-changes.ts';
import { startTeam } from '../team/views/use-team.ts';
import type { Workspace } from '../workspace/open.ts';
import { sweepRooms } from '../workspace/rooms/databases.ts';
import { ROOMS } from './declared.ts';

/** Follows the team while this page is open, and sends it what is new in the diary. */
export function syncTeam(workspace: Workspace): void {
  // On the web there is no background that does.
  sweepRooms(workspace).catch(() => undefined);
  startTeam(workspace, ROOMS, (team, signal) => {
    keepPublished(workspace, team, signal);
    keepLinkRules(team, signal);
    keepClicks(workspace, team, signal);
    keepOfflineCache(team, signal);
  });
}
