import { liveQuery } from 'dexie';
import type { Workspace } from '../workspace/open.ts';
import type { RoomDeclaration } from '../workspace/room.ts';
import { ended, holdAlone } from '../workspace/rooms/hold.ts';
import { somethingWaits } from '../workspace/rooms/outbox.ts';
import { type Membership, readMembership } from './membership.ts';
import { CONNECTION_LOCK, Team } from './team.ts';

/** Tells which team this device is in, now and whenever that changes. A team is another where the device is. */
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

/** With another role it is another team for whoever shows it: other things may be done in it. */
const isSameTeam = (a: Membership, b: Membership) =>
  a.hub === b.hub && a.device === b.device && a.role === b.role;

/** Rooms that a page keeps in step whatever it shows. */
const ALWAYS = ['team', 'board'] as const;

/** Holds the hub's line in a page, as soon as no other context does, until the signal is aborted. */
export function keepLinked(team: Team, signal: AbortSignal): void {
  team.followRole(signal);
  team.followRules(signal);
  const hold = async (until: AbortSignal) => {
    for (const room of ALWAYS) team.rooms.room(room);
    const connection = team.connect();
    await ended(until);
    connection.close();
  };
  void holdAlone(CONNECTION_LOCK, signal, hold);
}

/** How long the background keeps the line to send what waits, ms: less than a service worker is left alone. */
const LONGEST = 25_000;

/** Sends what waits, where no page holds the line. Answers when nothing waits any more, or when it took too long. */
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
    await ended(until);
    watching.unsubscribe();
    connection.close();
  };
  await holdAlone(CONNECTION_LOCK, stop.signal, hold, true);
  clearTimeout(timer);
}
