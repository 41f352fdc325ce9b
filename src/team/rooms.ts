import { room } from '../workspace/room.ts';

/** Who the team is: the hub alone writes it, admins send the hub commands. */
export const teamRoom = room({
  kind: 'team',
  parts: [],
  writes: 'hub',
  reads: 'member',
  roots: ['profile', 'members', 'groups', 'rules'],
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
  roots: ['decisions', 'campaigns', 'announcements'],
  purpose: 'roomBoardPurpose',
  keep: 'always',
  leaves: true,
});

/** The shared library of one month. */
export const libraryRoom = room({
  kind: 'library',
  parts: ['month'],
  writes: 'member',
  reads: 'member',
  roots: ['items', 'posts', 'comments'],
  purpose: 'roomLibraryPurpose',
  keep: 'always',
  leaves: true,
});

/** What one member declares in one month; nobody but them and the hub reads it. */
export const memberRoom = room({
  kind: 'member',
  parts: ['owner', 'month'],
  writes: 'owner',
  reads: 'owner',
  roots: ['links', 'events', 'answers'],
  purpose: 'roomMemberPurpose',
  keep: 'always',
  leaves: true,
});

/** What the hub counted in one month. */
export const resultsRoom = room({
  kind: 'results',
  parts: ['month'],
  writes: 'hub',
  reads: 'member',
  roots: ['days', 'people', 'totals', 'materials', 'channels', 'month'],
  purpose: 'roomResultsPurpose',
  keep: 'always',
  leaves: false,
});

export const ROOMS = [teamRoom, boardRoom, libraryRoom, memberRoom, resultsRoom] as const;
