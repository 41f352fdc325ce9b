import type { Role } from '../../src/workspace/room.ts';

/** A room, a root of it, and a role that may not write there. `<month>` and `<own>`: of the hub's clock, of the writer. */
export const FORGED_WRITES: readonly (readonly [string, string, Role])[] = [
  ...(['member', 'viewer', 'manager', 'admin'] as const).flatMap(
    (role) =>
      [
        ['team', 'members', role],
        ['results/<month>', 'days', role],
      ] as const,
  ),
  ['board', 'decisions', 'member'],
  ['board', 'decisions', 'viewer'],
  ['library/<month>', 'items', 'viewer'],
  ['library/<month>', 'comments', 'viewer'],
  ['member/<own>/<month>', 'events', 'viewer'],
];

/** Rooms that nobody declared, or that are not there: a colleague's, far ahead, out of the folder. */
export const NO_ROOMS = [
  'member/other/2026-11',
  'library/2999-01',
  'library/../team',
  'team/x',
  'nothing',
  'book/abc',
] as const;
