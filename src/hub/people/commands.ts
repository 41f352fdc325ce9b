import type { Kysely } from 'kysely';
import type { Command, Done, Refused } from '../../team/hub-api.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { TeamRoom } from '../rooms/team-room.ts';
import type { Tables } from '../store/tables.ts';
import { noteDeed } from './deeds.ts';
import { makeInvite } from './invites.ts';
import type { People } from './people.ts';

/** What commands work on. */
export interface Commanded {
  readonly db: Kysely<Tables>;
  readonly people: People;
  readonly team: TeamRoom;
  readonly settings: { readonly address: string };
  readonly now: () => number;
  /** A device or its role changed: its open rooms follow at once. */
  readonly follow: (device: number) => void;
  /** The results follow who is here, where they belong, and who is named. */
  readonly foldAgain: () => Promise<void>;
  readonly erase: (member: string) => Promise<void>;
  readonly links: {
    /** Holds links and the age of clicks against rules that were just set. */
    rulesChanged(): Promise<void>;
    readonly links: { answer(link: string, yes: { target: string } | null): Promise<boolean> };
    /** Counts all clicks again; how many days of a link that changed. */
    countAgain(): Promise<number>;
  };
  /** Keeps a removal where no restore undoes it. */
  readonly noteRemoval: (removed: { member?: string; device?: number; at: number }) => void;
}

type Answer = Done | Refused;
type Run<Name extends Command['do']> = (
  hub: Commanded,
  command: Extract<Command, { do: Name }>,
  who: Who,
) => Promise<Answer>;

const DONE: Answer = { done: true };
const DAY = 86_400_000;
const refused = (reason: Refused['refused']): Answer => ({ refused: reason });

async function leave(hub: Commanded, member: string): Promise<Answer> {
  if (hub.people.isLastAdmin(member)) return refused('last-admin');
  const at = hub.now();
  if (!(await hub.people.change(member, { removed: at }))) return refused('unknown');
  hub.noteRemoval({ member, at });
  return shown(hub, member);
}

/** The rooms of a member's devices follow what they may now, and everybody sees it. */
async function shown(hub: Commanded, member: string): Promise<Answer> {
  for (const { number } of hub.people.devicesOf(member)) hub.follow(number);
  await hub.team.show();
  await hub.foldAgain();
  return DONE;
}

async function changed(
  hub: Commanded,
  member: string,
  change: Parameters<People['change']>[1],
): Promise<Answer> {
  return (await hub.people.change(member, change)) ? shown(hub, member) : refused('unknown');
}

const RUN: { [Name in Command['do']]: Run<Name> } = {
  'team.set': async (hub, { team }) => {
    await hub.team.set(team);
    return DONE;
  },
  'invite.make': async (hub, { role, group, region, uses, days }, who) => {
    if (role === 'admin' && who.role !== 'admin') return refused('role');
    const until = hub.now() + days * DAY;
    const made = await makeInvite(hub.db, { role, part: group, region, uses, until });
    return { done: true, made: { ...made, address: inviteAddress(hub.settings.address, made) } };
  },
  'invite.revoke': async (hub, { invite }) => {
    const { numUpdatedRows } = await hub.db
      .updateTable('invite')
      .set({ revoked: hub.now() })
      .where('id', '=', invite)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? DONE : refused('unknown');
  },
  'member.role': async (hub, { member, role }) => {
    if (role !== 'admin' && hub.people.isLastAdmin(member)) return refused('last-admin');
    return changed(hub, member, { role });
  },
  'member.place': (hub, { member, group, region }) => changed(hub, member, { part: group, region }),
  'member.remove': (hub, { member }) => leave(hub, member),
  'device.remove': async (hub, { device }, who) => {
    const member = hub.people.device(device)?.member;
    if (member !== who.member && who.role !== 'admin') return refused('role');
    const left = hub.people.devicesOf(member ?? '').filter(({ removed }) => removed === null);
    if (left.length === 1 && hub.people.isLastAdmin(member ?? '')) return refused('last-admin');
    const at = hub.now();
    if (!(await hub.people.removeDevice(device, at))) return refused('unknown');
    hub.noteRemoval({ device, at });
    hub.follow(device);
    return DONE;
  },
  'self.listed': (hub, { listed }, { member }) => changed(hub, member, { listed: listed ? 1 : 0 }),
  'self.name': (hub, { name }, { member }) => changed(hub, member, { name }),
  'self.leave': (hub, _, { member }) => leave(hub, member),
  erase: async (hub, { member }) => {
    if (!hub.people.member(member)) return refused('unknown');
    if (hub.people.member(member)?.removed === null) {
      const left = await leave(hub, member);
      if ('refused' in left) return left;
    }
    await hub.erase(member);
    return DONE;
  },
  'links.set': async (hub, { links }) => {
    await hub.team.setLinks(links);
    await hub.links.rulesChanged();
    return DONE;
  },
  'link.agree': async (hub, { link, target }) =>
    (await hub.links.links.answer(link, { target })) ? DONE : refused('unknown'),
  'link.decline': async (hub, { link }) =>
    (await hub.links.links.answer(link, null)) ? DONE : refused('unknown'),
  'clicks.count': async (hub) => ({ done: true, changed: await hub.links.countAgain() }),
};

/** Who may give a command; a device is its own person's to remove, which the command itself looks at. */
const MAY: Record<Command['do'], readonly Role[]> = {
  'team.set': ['admin'],
  'invite.make': ['admin', 'manager'],
  'invite.revoke': ['admin', 'manager'],
  'member.role': ['admin'],
  'member.place': ['admin', 'manager'],
  'member.remove': ['admin'],
  'device.remove': ['admin', 'manager', 'member', 'viewer'],
  'self.listed': ['admin', 'manager', 'member', 'viewer'],
  'self.name': ['admin', 'manager', 'member', 'viewer'],
  'self.leave': ['admin', 'manager', 'member', 'viewer'],
  erase: ['admin'],
  'links.set': ['admin'],
  'link.agree': ['admin', 'manager'],
  'link.decline': ['admin', 'manager'],
  'clicks.count': ['admin'],
};

/** Where an invite is opened. Its secret stands behind the `#`, which no browser sends to a server. */
export function inviteAddress(
  address: string,
  { invite, secret }: { invite: string; secret: string },
): string {
  return `${address}/app/#/join/${invite}.${secret}`;
}

/** Runs a command for who asks, by the hub's own rows, and keeps who did it. */
export async function run(hub: Commanded, command: Command, who: Who): Promise<Answer> {
  if (!MAY[command.do].includes(who.role)) return refused('role');
  const answer = await (RUN[command.do] as Run<Command['do']>)(hub, command as never, who);
  if ('done' in answer) await note(hub, who.member, command);
  return answer;
}

const TOLD: readonly string[] = ['member', 'device', 'invite', 'role', 'group', 'region', 'listed', 'link'];

/** The audit's line of a command: what was done to whom, by ids alone. */
async function note({ db, now }: Commanded, member: string, command: Command): Promise<void> {
  const { do: what, ...rest } = command;
  const told = Object.entries(rest).filter(([name]) => TOLD.includes(name));
  const about = told.map(([, value]) => String(value)).join(' ');
  await noteDeed(db, { member, at: now(), what, about });
}
