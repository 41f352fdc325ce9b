import { liveQuery } from 'dexie';
import type { Workspace } from '../workspace/open.ts';
import type { RoomDeclaration } from '../workspace/room.ts';
import { untilAborted, withExclusiveLock } from '../workspace/rooms/exclusive-lock.ts';
import { somethingWaits } from '../workspace/rooms/outbox.ts';
import { type Membership, readMembership } from './membership.ts';
import { CONNECTION_LOCK, Team } from './team.ts';

/** What a folder does for a team while a page is open, until the signal aborts, as it declares it in `page-work.ts`. */
export type PageWork = (workspace: Workspace, team: Team, signal: AbortSignal) => void;

/** Calls back with this device's team, now and whenever it changes, also if the device itself changes. */
export function followTeam(
  workspace: Workspace,
  declared: readonly RoomDeclaration[],
  changed: (team: Team | null) => void,
  signal: AbortSignal,
): void {
  let team: Team | null = null;
  const turn = (member: Membership | null) => {
    if (member && team && isSameTeam(member, team.member)) return;
    team?.close();
    team = member && new Team(workspace, member, declared);
    changed(team);
  };
  const watching = liveQuery(() => readMembership(workspace)).subscribe({
    next: turn,
    error: () => turn(null),
  });
  signal.addEventListener(
    'abort',
    () => {
      watching.unsubscribe();
      team?.close();
    },
    { once: true },
  );
}

/** A new role makes a new team object, since a view then allows other actions. */
const isSameTeam = (a: Membership, b: Membership) =>
  a.hub === b.hub && a.device === b.device && a.role === b.role;

/** Rooms that a page always syncs, whatever it shows. */
const ALWAYS = ['team', 'board'] as const;

/** Connects a page to the hub, as soon as no other context is connected, until the signal aborts. */
export function keepConnected(team: Team, signal: AbortSignal): void {
  team.followRole(signal);
  team.followRelations(signal);
  const hold = async (until: AbortSignal) => {
    for (const room of ALWAYS) team.rooms.pin(room, until);
    const connection = team.connect();
    await untilAborted(until);
    connection.close();
  };
  void withExclusiveLock(CONNECTION_LOCK, signal, hold);
}

/** How long the background stays connected to send waiting edits, ms: less than the lifetime of a service worker. */
const LONGEST = 25_000;

/** Sends waiting edits if no page is connected. Resolves when nothing waits any more, or after a while. */
export async function flush(workspace: Workspace, team: Team): Promise<void> {
  if (!(await somethingWaits(workspace))) return;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST);
  const hold = async (until: AbortSignal) => {
    const connection = team.connect();
    const watching = liveQuery(() => somethingWaits(workspace)).subscribe({
      next: (waits) => !waits && stop.abort(),
      error: () => stop.abort(),
    });
    await untilAborted(until);
    watching.unsubscribe();
    connection.close();
  };
  await withExclusiveLock(CONNECTION_LOCK, stop.signal, hold, true);
  clearTimeout(timer);
}
