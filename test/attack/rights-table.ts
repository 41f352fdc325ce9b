import type { LinkCommand } from '../../src/link/commands.ts';
import type { Command } from '../../src/team/hub-api.ts';
import { NO_RELATIONS } from '../../src/team/relations.ts';
import type { Role } from '../../src/workspace/room.ts';

/** Who may what, written down once more and apart from the code: A admin, M manager, m member, v viewer. */
export type Letters = '' | 'A' | 'AM' | 'AMm' | 'AMmv';

export const LETTER: Readonly<Record<Role, string>> = { admin: 'A', manager: 'M', member: 'm', viewer: 'v' };
export const ALL_ROLES: readonly Role[] = ['admin', 'manager', 'member', 'viewer'];

/** Whom a command is tried on: a colleague and their device, an invite and a link of the admin's, and who tries it. */
export interface Aimed {
  readonly colleague: string;
  readonly theirDevice: number;
  readonly ownDevice: number;
  readonly invite: string;
  readonly link: string;
}

const links = { allow: [], block: [], labels: true, code: true, keepDays: 396 };
const invites = { do: 'invite.make', group: '', region: '', uses: 1, days: 1 } as const;

/** Every command, also by what it is about, with the letters of those who may give it. */
export const COMMANDS: readonly (readonly [string, Letters, (at: Aimed) => unknown])[] = [
  [
    'set the team',
    'A',
    () => ({ do: 'team.set', team: { name: 'X', country: 'JP', groups: [], regions: [] } }),
  ],
  ['invite an admin', 'A', () => ({ ...invites, role: 'admin' })],
  ['invite a manager', 'AM', () => ({ ...invites, role: 'manager' })],
  ['invite a member', 'AM', () => ({ ...invites, role: 'member' })],
  ['invite a viewer', 'AM', () => ({ ...invites, role: 'viewer' })],
  ['revoke an invite', 'AM', ({ invite }) => ({ do: 'invite.revoke', invite })],
  ['promote a colleague', 'A', ({ colleague }) => ({ do: 'member.role', member: colleague, role: 'admin' })],
  ['demote a colleague', 'A', ({ colleague }) => ({ do: 'member.role', member: colleague, role: 'viewer' })],
  [
    'place a colleague',
    'AM',
    ({ colleague }) => ({ do: 'member.place', member: colleague, group: '', region: '' }),
  ],
  ['remove a colleague', 'A', ({ colleague }) => ({ do: 'member.remove', member: colleague })],
  ["remove a colleague's device", 'A', ({ theirDevice }) => ({ do: 'device.remove', device: theirDevice })],
  ['remove a device of their own', 'AMmv', ({ ownDevice }) => ({ do: 'device.remove', device: ownDevice })],
  ['be listed', 'AMmv', () => ({ do: 'self.listed', listed: true })],
  ['take a name', 'AMmv', () => ({ do: 'self.name', name: 'Another' })],
  ['leave', 'AMmv', () => ({ do: 'self.leave' })],
  ['erase a colleague', 'A', ({ colleague }) => ({ do: 'erase', member: colleague })],
  ['set the rules of links', 'A', () => ({ do: 'links.set', links })],
  ['declare what is the team’s', 'A', () => ({ do: 'relations.set', relations: NO_RELATIONS })],
  ['decide how figures are shown', 'A', () => ({ do: 'team.figures', figures: { mode: 'guarded', few: 5 } })],
  ['agree to a link', 'AM', ({ link }) => ({ do: 'link.agree', link, target: 'https://shop.example/' })],
  ['decline a link', 'AM', ({ link }) => ({ do: 'link.decline', link })],
  ['name a link', 'AMm', ({ link }) => ({ do: 'link.name', link, name: 'autumn-sale' })],
  ['free a name that was given up', 'A', () => ({ do: 'link.free', name: 'given-up' })],
  ['count all clicks again', 'A', () => ({ do: 'clicks.count' })],
];

/** Every route beside commands that a token is needed for, with a body that fits it. */
export const ROUTES: readonly (readonly [string, Letters, unknown])[] = [
  ['/api/admin', 'AM', {}],
  ['/api/devices', 'AMmv', {}],
  ['/api/history', 'AMmv', { room: 'team', root: 'members', key: 'a' }],
  ['/api/backup', 'A', {}],
  ['/api/export', 'A', {}],
  ['/api/clicks', 'AMmv', { since: 0, changed: 0 }],
  ['/api/clicks/hour', 'AMmv', { link: 'AAAAAAAAAAA', hour: 1 }],
  ['/api/links/asked', 'AM', {}],
  ['/api/figures', 'AMmv', {}],
  ['/api/pair/start', 'AMmv', {}],
  ['/api/pair/waiting', 'AMmv', {}],
  ['/api/pair/confirm', 'AMmv', {}],
  ['/api/pair/refuse', 'AMmv', {}],
];

/** What may be done with a medium, at `/media/<hash>`. */
export const MEDIA_METHODS: readonly (readonly ['HEAD' | 'GET' | 'PUT', Letters])[] = [
  ['HEAD', 'AMmv'],
  ['GET', 'AMmv'],
  ['PUT', 'AMm'],
];

/** Routes that anybody may ask: what guards them is a secret or a signature in the body. */
export const OPEN_ROUTES: readonly string[] = [
  '/api/join',
  '/api/join/look',
  '/api/join/pair',
  '/api/join/paired',
  '/api/session',
  '/api/session/challenge',
];

/** Pages and facts that anybody may read, beside the companion's files. */
export const OPEN_PAGES: readonly string[] = ['/', '/api/hub', '/app', '/app/', '/app/invite.js'];

/** The names that the table has, for a test that none is missing. */
export const COMMAND_NAMES: ReadonlySet<string> = new Set(
  COMMANDS.map(([, , body]) => {
    const made = body({ colleague: '', theirDevice: 0, ownDevice: 0, invite: '', link: '' });
    return (made as { do: (Command | LinkCommand)['do'] }).do;
  }),
);
