import * as z from 'zod/mini';
import { room, root } from '../workspace/room.ts';
import { TeamProfile } from './hub-api.ts';
import { SharedEvent } from './shared-event.ts';
import { TeamMember } from './team-items.ts';

/** The team's profile, rules and members. Only the hub writes it; admins send the hub commands. */
export const teamRoom = room({
  kind: 'team',
  parts: [],
  writes: 'hub',
  reads: 'member',
  purpose: 'roomTeamPurpose',
  keep: 'always',
  leaves: false,
});

/** What managers decide and announce. */
export const boardRoom = room({
  kind: 'board',
  parts: [],
  writes: 'manager',
  reads: 'member',
  purpose: 'roomBoardPurpose',
  keep: 'always',
  leaves: true,
});

/** What one member shares in one month; only they and the hub read it. */
export const memberRoom = room({
  kind: 'member',
  parts: ['owner', 'month'],
  writes: 'owner',
  reads: 'owner',
  purpose: 'roomMemberPurpose',
  keep: 'always',
  leaves: true,
});

export const rooms = [teamRoom, boardRoom, memberRoom] as const;

export const roots = [
  root({ room: 'team', name: 'profile', item: TeamProfile }),
  root({ room: 'team', name: 'members', item: TeamMember }),
  // Each is of its owner's form: the hub, which alone writes them, checks it in the command that sets it.
  root({ room: 'team', name: 'rules', item: z.record(z.string().check(z.maxLength(40)), z.unknown()) }),
  root({ room: 'member', name: 'events', item: SharedEvent }),
] as const;
