import type { Attack } from './attack.ts';
import { forbiddenActs } from './forbidden.ts';
import { forgedAuthors } from './forged-authors.ts';
import { forgedNames } from './forged-names.ts';
import { lostRights } from './lost-rights.ts';
import { staleInvites } from './stale-invites.ts';
import { staleJoins } from './stale-joins.ts';
import { staleSockets } from './stale-sockets.ts';
import { staleUploads } from './stale-uploads.ts';

/** Who may, at the moment at which it happens, and who it was. */
export const attacks: readonly Attack[] = [
  ...forbiddenActs,
  ...lostRights,
  ...staleInvites,
  ...staleJoins,
  ...staleUploads,
  ...staleSockets,
  ...forgedNames,
  ...forgedAuthors,
];
