import type { PlainKey } from '../../i18n/translate.ts';
import type { Role } from '../../workspace/room.ts';

/** What each role is called. */
export const ROLE_NAMES: Record<Role, PlainKey> = {
  admin: 'roleAdmin',
  manager: 'roleManager',
  member: 'roleMember',
  viewer: 'roleViewer',
};

/** What each role may do, in a sentence. */
export const ROLE_POWERS: Record<Role, PlainKey> = {
  admin: 'roleMayAdmin',
  manager: 'roleMayManager',
  member: 'roleMayMember',
  viewer: 'roleMayViewer',
};
