import type { JoinAsk, Joined, Refused } from '../../team/hub-api.ts';
import type { HubServices } from '../services.ts';
import { appendAudit } from './audit-log.ts';
import { inviteOf, spendInvite } from './invites.ts';

/** A device's membership as it is answered to that device. */
export const joinedAs = ({ id, key }: HubServices, member: string, device: number): Joined => ({
  hub: id,
  hubKey: key.shown,
  member,
  device,
});

/**
 * Joins a team by an invite: its use, the member and the device in one commit. The same key again gets the same answer, in
 * case the first one was lost on the way. Null for an invalid invite; refused for a newcomer who has not agreed to how the
 * team shows results at this moment.
 */
export async function joinTeam(hub: HubServices, request: JoinAsk): Promise<Joined | Refused | null> {
  const now = hub.now();
  if (!(await mayJoin(hub, request, now))) return null;
  const isFounding = hub.people.all().length === 0;
  const added = await hub.db.transaction().execute(async (within) => {
    // Read within the transaction: the same key sent twice at once makes one device and spends one use.
    const known = await within
      .selectFrom('device')
      .selectAll()
      .where('key', '=', request.key)
      .executeTakeFirst();
    if (known) return { known };
    const invite = await inviteOf(within, request.invite, request.secret, now);
    if (!invite) return null;
    const refusal = hub.people.all().length === 0 ? null : hub.capabilities.joinRefusal(request);
    if (refusal) return refusal;
    if (!(await spendInvite(within, invite.id))) return null;
    const { role, part, region } = invite;
    const listed = request.listed ? { listed: 1, listedat: now } : { listed: 0, listedat: null };
    const newcomer = { name: request.name, role, part, region, ...listed };
    const member = await hub.people.addMember(within, newcomer, now);
    const device = await hub.people.addDevice(within, member.id, request.device, request.key, now);
    await appendAudit(within, { member: member.id, at: now, what: 'joined', about: invite.id });
    return { member, device };
  });
  if (!added) return null;
  if (typeof added === 'string') return { refused: added };
  if ('known' in added) {
    const { member, number } = added.known;
    return hub.people.whoOf(number) ? joinedAs(hub, member, number) : null;
  }
  hub.people.addCommitted(added.member, added.device);
  if (isFounding) await hub.capabilities.founded(request);
  await hub.team.show();
  return joinedAs(hub, added.member.id, added.device.number);
}

/** Looked up before the transaction, for which every other write would wait: a guess is to cost nobody their turn. */
async function mayJoin({ db }: HubServices, { key, invite, secret }: JoinAsk, now: number): Promise<boolean> {
  if (await inviteOf(db, invite, secret, now)) return true;
  const known = await db.selectFrom('device').select('number').where('key', '=', key).executeTakeFirst();
  return known !== undefined;
}
