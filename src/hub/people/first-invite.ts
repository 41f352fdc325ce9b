import type { HubContext } from '../context.ts';
import { inviteAddress } from './commands.ts';
import { makeInvite } from './invites.ts';

const DAY = 86_400_000;

/** The invite for the first admin; null once the team has an admin. */
export async function firstInvite({ db, people, settings, now }: HubContext): Promise<string | null> {
  if (people.activeMembers().some(({ role }) => role === 'admin')) return null;
  // Only the newest link works, so that an old start's link makes no second admin.
  await db.updateTable('invite').set({ revoked: now() }).where('role', '=', 'admin').execute();
  const until = now() + 7 * DAY;
  const granted = { role: 'admin' as const, part: '', region: '', uses: 1, until, maker: '' };
  return inviteAddress(settings.address, await makeInvite(db, granted));
}
