import { COMMANDS } from '../../team/hub-api.ts';
import { DONE, isDone, refused } from './authorised-transaction.ts';
import { command, type HubCommands } from './command.ts';
import { makeInvite, revokeInvite } from './invites.ts';
import {
  changeMember,
  eraseMember,
  listMember,
  type MemberAdmin,
  removeDevice,
  removeMember,
} from './members.ts';
import { ADMINS, EVERYBODY, LEADERS, mayInvite } from './rights.ts';

const DAY = 86_400_000;

const setTeam = command({
  roles: ADMINS,
  schema: COMMANDS['team.set'],
  // `figures` is left out: how they are published changes by a command of its own.
  async run({ team: { figures: _, ...team } }, { hub, act }) {
    const answer = await act(async (within) => {
      await hub.team.storeProfile(within, team);
      return DONE;
    });
    if (isDone(answer)) await hub.team.profileChanged(team);
    return answer;
  },
});

const invite = command({
  roles: LEADERS,
  schema: COMMANDS['invite.make'],
  about: ({ role, group, region }) => [role, group, region],
  run: ({ role, group, region, uses, days }, { hub, act }) =>
    act(async (within, who) => {
      if (!mayInvite(who.role, role)) return refused('role');
      const until = hub.now() + days * DAY;
      const granted = { role, part: group, region, uses, until, maker: who.member };
      const made = await makeInvite(within, granted);
      return { done: true, made: { ...made, address: inviteAddress(hub.settings.address, made) } };
    }),
});

const revoke = command({
  roles: LEADERS,
  schema: COMMANDS['invite.revoke'],
  about: ({ invite: id }) => [id],
  run: ({ invite: id }, { hub, act }) =>
    act(async (within) => ((await revokeInvite(within, id, hub.now())) ? DONE : refused('unknown'))),
});

/** Commands about the team, its people and oneself. */
export const MEMBER_COMMANDS: HubCommands<MemberAdmin> = {
  'team.set': setTeam,
  'invite.make': invite,
  'invite.revoke': revoke,
  'member.role': command({
    roles: ADMINS,
    schema: COMMANDS['member.role'],
    about: ({ member, role }) => [member, role],
    run: ({ member, role }, { service, act }) => changeMember(service, act, member, { role }),
  }),
  'member.place': command({
    roles: LEADERS,
    schema: COMMANDS['member.place'],
    about: ({ member, group, region }) => [member, group, region],
    run: ({ member, group, region }, { service, act }) =>
      changeMember(service, act, member, { part: group, region }),
  }),
  'member.remove': command({
    roles: ADMINS,
    schema: COMMANDS['member.remove'],
    about: ({ member }) => [member],
    run: ({ member }, { service, act }) => removeMember(service, act, member),
  }),
  // Whose device it is, the command checks itself.
  'device.remove': command({
    roles: EVERYBODY,
    schema: COMMANDS['device.remove'],
    about: ({ device }) => [device],
    run: ({ device }, { service, act }) => removeDevice(service, act, device),
  }),
  'self.listed': command({
    roles: EVERYBODY,
    schema: COMMANDS['self.listed'],
    about: ({ listed }) => [listed],
    isOwn: true,
    isShown: true,
    isFree: ({ listed }) => !listed,
    run: ({ listed }, { service, act }) => listMember(service, act, listed),
  }),
  'self.name': command({
    roles: EVERYBODY,
    schema: COMMANDS['self.name'],
    isOwn: true,
    isShown: true,
    run: ({ name }, { service, act }) => changeMember(service, act, null, { name }),
  }),
  'self.leave': command({
    roles: EVERYBODY,
    schema: COMMANDS['self.leave'],
    isFree: () => true,
    run: (_, { service, act }) => removeMember(service, act, null),
  }),
  erase: command({
    roles: ADMINS,
    schema: COMMANDS.erase,
    about: ({ member }) => [member],
    run: ({ member }, { service, act }) => eraseMember(service, act, member),
  }),
};

/** Where an invite is opened. Its secret stands behind the `#`, which no browser sends to a server. */
export function inviteAddress(
  address: string,
  { invite, secret }: { invite: string; secret: string },
): string {
  return `${address}/app/#/join/${invite}.${secret}`;
}
