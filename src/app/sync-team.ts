/// <reference types="vite/client" />
import type { PageWork } from '../team/keep.ts';
import { startTeam } from '../team/views/use-team.ts';
import type { Workspace } from '../workspace/open.ts';
import { sweepRooms } from '../workspace/rooms/databases.ts';
import { ROOMS } from './declared.ts';

/** What each folder does for a team in a page, found by its file: the background, which has its own, carries none of it. */
const DECLARED = Object.values(
  import.meta.glob<PageWork>('../*/page-work.ts', { eager: true, import: 'pageWork' }),
);

/** Follows the team while this page is open, and lets each folder do its work for it. */
export function syncTeam(workspace: Workspace): void {
  // On the web there is no background that does.
  sweepRooms(workspace).catch(() => undefined);
  startTeam(workspace, ROOMS, (team, signal) => {
    for (const pageWork of DECLARED) pageWork(workspace, team, signal);
  });
}
