import { signal } from '@preact/signals';
import type { Workspace } from '../../workspace/open.ts';
import type { RoomDeclaration } from '../../workspace/room.ts';
import { followTeam, keepConnected } from '../keep.ts';
import type { Team } from '../team.ts';

/** The team of this page; `undefined` until it is known, null where there is none. */
export const team = signal<Team | null | undefined>(undefined);

/** Follows the team in a page for the lifetime of its window, and connects to the hub if no other page does. */
export function startTeam(
  workspace: Workspace,
  declared: readonly RoomDeclaration[],
  changed: (team: Team, signal: AbortSignal) => void,
): void {
  let linked = new AbortController();
  const turn = (now: Team | null) => {
    linked.abort();
    linked = new AbortController();
    team.value = now;
    if (!now) return;
    keepConnected(now, linked.signal);
    changed(now, linked.signal);
  };
  followTeam(workspace, declared, turn, new AbortController().signal);
}
