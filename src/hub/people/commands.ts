import type { Command } from '../../team/hub-api.ts';
import { type Act, type Answer, acting, type Commanded, DONE, isDone, refused } from './acting.ts';
import { makeInvite, revokeInvite } from './invites.ts';
import { changeMember, eraseMember, listMember, removeDevice, removeMember } from './members.ts';
import { mayInvite } from './rights.ts';

type Run<Name extends Command['do']> = (
  hub: Commanded,
  command: Extract<Command, { do: Name }>,
  act: Act,
) => Promise<Answer>;

const DAY = 86_400_000;

const invite: Run<'invite.make'> = (hub, { role, group, region, uses, days }, act) =>
  act(async (within, who) => {
    if (!mayInvite(who.role, role)) return refused('role');
    const until = hub.now() + days * DAY;
    const granted = { role, part: group, region, uses, until, maker: who.member };
    const made = await makeInvite(within, granted);
    return { done: true, made: { ...made, address: inviteAddress(hub.settings.address, made) } };
  });

/** `figures` is left out: how figures are published changes by a command of its own. */
const setTeam: Run<'team.set'> = async (hub, { team: { figures: _, ...team } }, act) => {
  const answer = await act(async (within) => {
    await hub.team.store(within, 'team', team);
    return DONE;
  });
  if (isDone(answer)) await hub.team.profileChanged(team);
  return answer;
};

const setLinks: Run<'links.set'> = async (hub, { links }, act) => {
  const answer = await act(async (within) => {
    await hub.team.store(within, 'links', links);
    return DONE;
  });
  if (!isDone(answer)) return answer;
  await hub.team.linksChanged(links);
  await hub.links.rulesChanged();
  return answer;
};

const setRelations: Run<'relations.set'> = async (hub, { relations }, act) => {
  const answer = await act(async (within) => {
    await hub.team.store(within, 'relations', relations);
    return DONE;
  });
  if (isDone(answer)) await hub.team.relationsChanged(relations);
  return answer;
};

const countClicks: Run<'clicks.count'> = async (hub, _, act) => {
  const answer = await act(async () => DONE);
  return isDone(answer) ? { done: true, changed: await hub.links.countAgain() } : answer;
};

const RUN: { [Name in Command['do']]: Run<Name> } = {
  'team.set': setTeam,
  'invite.make': invite,
  'invite.revoke': (hub, { invite: id }, act) =>
    act(async (within) => ((await revokeInvite(within, id, hub.now())) ? DONE : refused('unknown'))),
  'member.role': (hub, { member, role }, act) => changeMember(hub, act, member, { role }),
  'member.place': (hub, { member, group, region }, act) =>
    changeMember(hub, act, member, { part: group, region }),
  'member.remove': (hub, { member }, act) => removeMember(hub, act, member),
  'device.remove': (hub, { device }, act) => removeDevice(hub, act, device),
  'self.listed': (hub, { listed }, act) => listMember(hub, act, listed),
  'self.name': (hub, { name }, act) => changeMember(hub, act, null, { name }),
  'self.leave': (hub, _, act) => removeMember(hub, act, null),
  erase: (hub, { member }, act) => eraseMember(hub, act, member),
  'links.set': setLinks,
  'relations.set': setRelations,
  'team.figures': (hub, { figures }, act) => hub.decideFigures(figures, act),
  'link.agree': (hub, { link, target }, act) => hub.links.links.answer(link, { target }, act),
  'link.decline': (hub, { link }, act) => hub.links.links.answer(link, null, act),
  'link.name': (hub, { link, name }, act) => hub.links.links.name(link, name, act),
  'link.free': (hub, { name }, act) => hub.links.links.free(name, act),
  'clicks.count': countClicks,
};

/** The address that opens an invite. Its secret stands behind the `#`, which no browser sends to a server. */
export function inviteAddress(
  address: string,
  { invite, secret }: { invite: string; secret: string },
): string {
  return `${address}/app/#/join/${invite}.${secret}`;
}

/** Runs a device's command; its role is checked in the same transaction that writes. */
export function run(hub: Commanded, command: Command, device: number): Promise<Answer> {
  const act = acting(hub, command, device);
  const member = hub.people.whoOf(device)?.member ?? '';
  if (!hub.memberLimits.mayRun(command, member)) return Promise.resolve(refused('rate'));
  return hub.memberLimits.turns.run(member, device, () =>
    (RUN[command.do] as Run<Command['do']>)(hub, command as never, act),
  );
}
