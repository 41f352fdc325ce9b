import type { Role, Who } from '../../workspace/room.ts';
import type { Removed } from '../backup/removal-lists.ts';
import type { HubContext } from '../context.ts';
import { type Act, type Answer, DONE, isDone, refused, UNCHANGED } from './authorised-transaction.ts';
import { endInvites, endOpenInvites } from './invites.ts';
import type { Pairings } from './pairing.ts';
import type { MemberChange } from './people.ts';
import { EVERYBODY, isLastAdmin, isLower } from './rights.ts';

/** The parts of the hub that commands about members use. */
export interface MemberAdmin extends Pick<HubContext, 'people' | 'team' | 'media' | 'settings' | 'now'> {
  readonly pairings: Pairings;
  /** Applies a changed role or removal to a device's open connections at once. */
  follow(device: number): void;
  /** Lets capabilities follow what changed of a member. */
  memberChanged(member: string, change: MemberChange): Promise<void>;
  /** Records a removal outside of the store, so that no restore undoes it. */
  noteRemoval(removed: Removed): void;
  erase(member: string): Promise<void>;
}

/** Whom a command concerns: a member by id; null for the sender. */
type Whose = string | null;

/**
 * Changes a member who is here, and revokes the invites that they may no longer grant. If somebody else lowered their role,
 * all other open invites by which they could get it back are revoked too.
 */
export async function changeMember(
  hub: MemberAdmin,
  act: Act,
  whose: Whose,
  change: MemberChange,
): Promise<Answer> {
  let member = '';
  const answer = await act(async (within, who: Who) => {
    member = whose ?? who.member;
    const before = hub.people.member(member)?.role ?? 'viewer';
    const loses = change.removed !== undefined || (change.role ?? 'admin') !== 'admin';
    if (await hub.people.isWithin(within, member, change)) return UNCHANGED;
    if (loses && (await isLastAdmin(within, member))) return refused('last-admin');
    if (!(await hub.people.changeWithin(within, member, change))) return refused('unknown');
    noteLowered(hub, member, before, change);
    if (loses) await endInvites(within, member, hub.now());
    const roles = member === who.member ? [] : rolesLost(before, change);
    const ended = roles.length > 0 ? await endOpenInvites(within, roles, hub.now()) : 0;
    return { done: true, ...(ended > 0 && { ended }) };
  });
  if (!isDone(answer) || answer === UNCHANGED) return answer;
  hub.people.changed(member, change);
  await follow(hub, member, change);
  return answer;
}

/**
 * Records a lowered role where no restore raises it. Before the commit: if the process is killed in between, a restore lowers
 * it once more.
 */
function noteLowered(hub: MemberAdmin, member: string, before: Role, { role }: MemberChange): void {
  if (role && isLower(role, before)) hub.noteRemoval({ lowered: member, role, at: hub.now() });
}

/** Roles that a change takes from a member; all of them by a removal. */
function rolesLost(before: Role, { removed, role }: MemberChange): readonly Role[] {
  if (removed !== undefined) return EVERYBODY;
  return role ? EVERYBODY.slice(EVERYBODY.indexOf(before), EVERYBODY.indexOf(role)) : [];
}

/**
 * Lists or unlists a member's name. A listed name counts from its first listing, however often it is sent; unlisting takes
 * effect at once.
 */
export async function listMember(hub: MemberAdmin, act: Act, isListed: boolean): Promise<Answer> {
  const [listed, at] = [isListed ? 1 : 0, hub.now()];
  const change = { listed, listedat: isListed ? at : null };
  let changed = '';
  const answer = await act(async (within, { member }) => {
    if (await hub.people.isWithin(within, member, { listed })) return UNCHANGED;
    changed = member;
    if (!(await hub.people.changeWithin(within, member, change))) return refused('unknown');
    // Before the commit: if the process is killed in between, a restore unlists the name once more rather than showing it.
    if (!isListed) hub.noteRemoval({ unlisted: member, at });
    return DONE;
  });
  if (!isDone(answer) || changed === '') return answer;
  hub.people.changed(changed, change);
  await follow(hub, changed, change);
  return answer;
}

export const removeMember = (hub: MemberAdmin, act: Act, whose: Whose): Promise<Answer> =>
  changeMember(hub, act, whose, { removed: hub.now() });

/** Applies a member's change to all that they have open, then shows it to everybody. */
async function follow(hub: MemberAdmin, member: string, change: MemberChange): Promise<void> {
  const { removed, role } = change;
  for (const { number } of hub.people.devicesOf(member)) hub.follow(number);
  if (typeof removed === 'number') hub.noteRemoval({ member, at: removed });
  if (typeof removed === 'number') hub.pairings.end(member);
  if (typeof removed === 'number' || role === 'viewer') await hub.media.dropPartialUploads(member);
  await hub.team.show();
  await hub.memberChanged(member, change);
}

export async function removeDevice(hub: MemberAdmin, act: Act, device: number): Promise<Answer> {
  const at = hub.now();
  const member = hub.people.device(device)?.member ?? '';
  const answer = await act(async (within, who) => {
    if (member !== who.member && who.role !== 'admin') return refused('role');
    const left = await hub.people.devicesWithin(within, member);
    if (!left.includes(device)) return refused('unknown');
    if (left.length === 1 && (await isLastAdmin(within, member))) return refused('last-admin');
    await hub.people.removeDeviceWithin(within, device, at);
    return DONE;
  });
  if (!isDone(answer)) return answer;
  hub.people.deviceRemoved(device, at);
  hub.noteRemoval({ device, at });
  hub.follow(device);
  // The lost device may be the one that shows a pairing code.
  hub.pairings.end(member);
  return answer;
}

/** Erases a person; one who is still a member is removed first. */
export async function eraseMember(hub: MemberAdmin, act: Act, member: string): Promise<Answer> {
  const before = hub.people.member(member);
  const isHere = before?.removed === null;
  const answer = isHere
    ? await removeMember(hub, act, member)
    : await act(async () => (before ? DONE : refused('unknown')));
  if (isDone(answer)) await hub.erase(member);
  return answer;
}
