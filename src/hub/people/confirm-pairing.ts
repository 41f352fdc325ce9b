import type { Done, Refused } from '../../team/hub-api.ts';
import type { HubServices } from '../services.ts';
import { joinedAs } from './join.ts';
import { whoWithin } from './rights.ts';

/** Adds the waiting device to the caller, in one transaction that checks that the caller is still a member. */
export async function confirmPairing(
  hub: HubServices,
  { member, device: from }: { readonly member: string; readonly device: number },
): Promise<Done | Refused> {
  const isWaiting = hub.pairings.waiting(member) !== null;
  if (isWaiting && !hub.memberLimits.mayAdd(member, hub.people.numbersOf(member).length))
    return { refused: 'rate' };
  const newcomer = hub.pairings.take(member);
  if (!newcomer) return { refused: 'pairing' };
  const device = await hub.db.transaction().execute(async (within) => {
    const who = await whoWithin(within, from);
    if (who?.member !== member) return null;
    return hub.people.addDevice(within, member, newcomer.device, newcomer.key, hub.now());
  });
  if (!device) {
    hub.pairings.failed(newcomer.key);
    return { refused: 'session' };
  }
  hub.people.addCommitted(null, device);
  // Others attribute what the device writes by its number, so the team room has to list it.
  await hub.team.show();
  hub.pairings.confirmed(member, newcomer.key, joinedAs(hub, member, device.number));
  return { done: true };
}
