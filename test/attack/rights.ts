import type { Attack } from './attack.ts';
import { forgedNames } from './forged-names.ts';
import { lostRights } from './lost-rights.ts';
import { staleInvites } from './stale-invites.ts';
import { staleUploads } from './stale-uploads.ts';

/** Who may, at the moment at which it happens, and who it was. */
export const attacks: readonly Attack[] = [...lostRights, ...staleInvites, ...staleUploads, ...forgedNames];
