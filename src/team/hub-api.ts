import * as z from 'zod/mini';
import { text } from '../workspace/text.ts';
import { FiguresChoice, TeamFigures } from './figures.ts';
import { cleanName, MemberName, Name, ShownName } from './names.ts';
import { COUNTRIES } from './profile.ts';
import { TeamRelations } from './relations.ts';

/** The HTTP messages between a device and a hub. Both sides validate them. */

export const ROLES = ['admin', 'manager', 'member', 'viewer'] as const;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,40}$/));
const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));
const part = z.union([id, z.literal('')]);
/** SPKI of an ECDSA P-256 public key, base64url. */
const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{100,200}$/));
const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{80,100}$/));

const profileOf = (name: typeof Name) => {
  const parts = z.array(z.object({ id, name })).check(z.maxLength(200));
  return z.object({
    name,
    country: z.enum(COUNTRIES),
    groups: parts,
    regions: parts,
    /** How figures are published; the hub's to say. Absent: by the earlier rule. */
    figures: z.optional(TeamFigures),
  });
};

/** A team's profile. Groups and regions are named parts, by id. */
export const TeamProfile = profileOf(ShownName);
export type TeamProfile = z.infer<typeof TeamProfile>;
export type Part = TeamProfile['groups'][number];

export const InviteAsk = z.object({ invite: id, secret });
export type InviteAsk = z.infer<typeof InviteAsk>;

/** What an invite shows before anybody joins by it. */
export const InviteLook = z.object({
  /** Who invites; empty where the hub made the invite, or an older one does not say. */
  by: z._default(z.string().check(z.maxLength(120), z.overwrite(cleanName)), ''),
  team: ShownName,
  country: z.enum(COUNTRIES),
  role: z.enum(ROLES),
  group: z.string().check(z.overwrite(cleanName)),
  region: z.string().check(z.overwrite(cleanName)),
  /**
   * How the team's figures are published now, and how from a month on; null by the earlier rule, or where nothing is decided.
   */
  figures: z._default(z.nullable(TeamFigures), null),
  next: z._default(z.nullable(TeamFigures), null),
  /** How many people the team has. */
  people: z._default(z.int(), 0),
});
export type InviteLook = z.infer<typeof InviteLook>;

/** Joining. Sending the same key again is the same device, in case the first answer was lost. */
export const JoinAsk = z.object({
  invite: id,
  secret,
  key: publicKey,
  name: MemberName,
  device: Name,
  /** Whether the person appears in rankings, by this name. */
  listed: z.boolean(),
  /** How figures are published, as the person was shown it; who joins an open team has agreed to that. */
  agreed: z.optional(FiguresChoice.shape.mode),
  /** How the founder wants figures published. */
  figures: z.optional(FiguresChoice),
});
export type JoinAsk = z.infer<typeof JoinAsk>;

/** A device of the team. `hubKey` checks what the hub signs, a removal above all. */
export const Joined = z.object({
  hub: id,
  hubKey: publicKey,
  member: id,
  device: z.int().check(z.positive()),
});
export type Joined = z.infer<typeof Joined>;

export const ChallengeAsk = z.object({ device: z.int().check(z.positive()) });
export const Challenge = z.object({ nonce: secret });
export const TokenAsk = z.object({ device: z.int().check(z.positive()), nonce: secret, signature });

/** A session. `lasts`: ms from now, since this device's clock may be off. */
export const Session = z.object({
  token: secret,
  lasts: z.number(),
  epoch: text(60),
  role: z.enum(ROLES),
  now: z.number(),
  /** Where links lead from; empty where the hub makes none. */
  links: z._default(z.string().check(z.maxLength(300)), ''),
});
export type Session = z.infer<typeof Session>;

/** A removal signed by the hub. Only this makes a device delete the team's data. */
export const Removal = z.object({ hub: id, device: z.int(), at: z.number(), signature });
export type Removal = z.infer<typeof Removal>;

/** What is signed of a removal. */
export const removalWords = ({ hub, device, at }: Omit<Removal, 'signature'>) =>
  `musubi removed ${hub} ${device} ${at}`;

/** What a device signs to get a session. */
export const sessionWords = (hub: string, device: number, nonce: string) =>
  `musubi session ${hub} ${device} ${nonce}`;

export const PairStart = z.object({ code: text(20), lasts: z.number() });
export const PairAsk = z.object({
  code: z.string().check(z.regex(/^[0-9A-Z]{8}$/)),
  key: publicKey,
  device: Name,
});
/** What the first device is shown: the newcomer's name, and a number that the newcomer shows too. */
export const PairWaiting = z.object({
  waiting: z.nullable(z.object({ device: ShownName, check: text(20) })),
});
export const PairState = z.union([
  z.object({ state: z.enum(['waiting', 'refused']) }),
  z.object({ joined: Joined }),
]);

/** The commands that members send to the hub, which checks by its own rows who may. */
export const COMMANDS = {
  'team.set': z.object({ do: z.literal('team.set'), team: profileOf(Name) }),
  'invite.make': z.object({
    do: z.literal('invite.make'),
    role: z.enum(ROLES),
    group: part,
    region: part,
    uses: z.int().check(z.minimum(1), z.maximum(1000)),
    /** Days from now until it ends. */
    days: z.int().check(z.minimum(1), z.maximum(365)),
  }),
  'invite.revoke': z.object({ do: z.literal('invite.revoke'), invite: id }),
  'member.role': z.object({ do: z.literal('member.role'), member: id, role: z.enum(ROLES) }),
  'member.place': z.object({ do: z.literal('member.place'), member: id, group: part, region: part }),
  'member.remove': z.object({ do: z.literal('member.remove'), member: id }),
  'device.remove': z.object({ do: z.literal('device.remove'), device: z.int() }),
  'self.listed': z.object({ do: z.literal('self.listed'), listed: z.boolean() }),
  'self.name': z.object({ do: z.literal('self.name'), name: MemberName }),
  'self.leave': z.object({ do: z.literal('self.leave') }),
  erase: z.object({ do: z.literal('erase'), member: id }),
  'relations.set': z.object({ do: z.literal('relations.set'), relations: TeamRelations }),
  'team.figures': z.object({ do: z.literal('team.figures'), figures: FiguresChoice }),
};
export type Command = z.infer<(typeof COMMANDS)[keyof typeof COMMANDS]>;

export const InviteMade = z.object({ invite: id, secret, address: text(600) });
export const Done = z.object({
  done: z.literal(true),
  made: z.optional(InviteMade),
  /** Of `clicks.count`: how many days of a link came out differently. */
  changed: z.optional(z.int()),
  /** Of what takes rights from a member: how many open invites it ended, since they may know them. */
  ended: z.optional(z.int()),
});
export type Done = z.infer<typeof Done>;

/** Why the hub refused. Joining answers `invite` for every way an invite can be wrong. */
export const REFUSALS = [
  'invite',
  'session',
  'role',
  'form',
  'unknown',
  'last-admin',
  'rate',
  'pairing',
  'media-type',
  'media-size',
  'media-hash',
  /** The hub's disk: nothing of it was written. */
  'full',
  'figures',
  /** A link of the team has that name already, or the team does not let this member name links. */
  'name-taken',
  'name-rule',
] as const;
export const Refused = z.object({ refused: z.enum(REFUSALS), removal: z.optional(Removal) });
export type Refused = z.infer<typeof Refused>;

/** How figures are published, for who asks. */
export const FiguresView = z.object({
  now: z.nullable(TeamFigures),
  next: z.nullable(TeamFigures),
  people: z.int(),
  /** Whether the asker appears by name: not, this month, from the next, or later so that enough do not. */
  named: z.enum(['no', 'yes', 'next', 'cover']),
});
export type FiguresView = z.infer<typeof FiguresView>;

export const AdminView = z.object({
  members: z.array(
    z.object({
      id,
      name: ShownName,
      role: z.enum(ROLES),
      group: text(40),
      region: text(40),
      at: z.number(),
      removed: z.nullable(z.number()),
      devices: z.array(
        z.object({ number: z.int(), name: ShownName, at: z.number(), removed: z.nullable(z.number()) }),
      ),
    }),
  ),
  invites: z.array(
    z.object({
      id,
      /** Who made it; empty where the hub did, or it is not known. */
      by: z._default(text(40), ''),
      role: z.enum(ROLES),
      group: text(40),
      region: text(40),
      uses: z.int(),
      until: z.number(),
      revoked: z.nullable(z.number()),
    }),
  ),
  storage: z.object({ database: z.number(), media: z.number(), rooms: z.int() }),
  audit: z.array(z.object({ at: z.number(), member: text(40), what: text(40), about: text(1000) })),
});
export type AdminView = z.infer<typeof AdminView>;

/** The history of an item: who wrote what, newest first. No value if it was deleted. */
export const History = z.object({
  versions: z.array(z.object({ at: z.number(), member: text(40), value: z.nullable(z.unknown()) })),
});
export type History = z.infer<typeof History>;
