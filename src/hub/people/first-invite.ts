import type { Hub } from '../hub.ts';
import { inviteAddress } from './commands.ts';
import { makeInvite } from './invites.ts';

const DAY = 86_400_000;

/** The invite of a first admin, null where there is one already. */
export async function firstInvite({ db, people, settings, now }: Hub): Promise<string | null> {
  if (people.activeMembers().some(({ role }) => role === 'admin')) return null;
  // The link of the last start is not good any more: one link, one admin.
  await db.updateTable('invite').set({ revoked: now() }).where('role', '=', 'admin').execute();
  const until = now() + 7 * DAY;
  const granted = { role: 'admin' as const, part: '', region: '', uses: 1, until, maker: '' };
  return inviteAddress(settings.address, await makeInvite(db, granted));
}
