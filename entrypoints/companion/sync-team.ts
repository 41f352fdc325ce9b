import { ROOMS } from '../../src/app/declared.ts';
import { keepOfflineCache } from '../../src/library/offline-cache/fill.ts';
import { keepLinkRules } from '../../src/link/link-rules.ts';
import { keepClicks } from '../../src/link/watch-clicks.ts';
import { keepPublished } from '../../src/results/publish-changes.ts';
import { startTeam } from '../../src/team/views/use-team.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { sweepRooms } from '../../src/workspace/rooms/databases.ts';

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
