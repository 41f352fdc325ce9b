import * as z from 'zod/mini';
import type { Team } from '../team/team.ts';
import { isLeader, type Role } from '../workspace/room.ts';

const host = z
  .string()
  .check(z.regex(/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9-]{1,63}$/), z.maxLength(253));

/** The one item of links among the rules in the room `team`. */
export const LINKS_KEY = 'links';

/** Who may name links: nobody, who leads the team, or everybody who shares. */
export const NAMERS = ['nobody', 'leaders', 'members'] as const;

/** What a team decides of its links. */
export const LinkRules = z.object({
  /** Hosts that links may lead to, with what is below them; empty: any. */
  allow: z.array(host).check(z.maxLength(500)),
  /** Hosts that no link leads to, with what is below them. */
  block: z.array(host).check(z.maxLength(500)),
  /** Whether targets get `utm_*` labels for the visitor's origin, and the owner's code as `ref`. */
  labels: z.boolean(),
  code: z.boolean(),
  /** Days until single clicks are deleted; their sums stay. */
  keepDays: z.int().check(z.minimum(2), z.maximum(3650)),
  /** Most people whom one network can add to a member's links within one day (UTC). */
  perNetwork: z._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 50),
  /** Who may give their links names of their own (`<hub>/autumn-sale`). */
  names: z._default(z.enum(NAMERS), 'leaders'),
  /** Which link a share takes while the hub cannot be reached. */
  away: z._default(z.enum(['short', 'long']), 'short'),
});
export type LinkRules = z.infer<typeof LinkRules>;

const HOUR = 3_600_000;

/**
 * When the single clicks of an hour (whole hours since 1970, UTC) are over, UTC ms. Devices delete them then; the hub does
 * once the whole hour is over, in a job of every few hours.
 */
export const clicksExpireAt = (hour: number, { keepDays }: LinkRules): number =>
  (hour + keepDays * 24) * HOUR;

/** Thirteen months: a year can be compared with the one before. */
export const USUAL_RULES: LinkRules = {
  allow: [],
  block: [],
  labels: true,
  code: true,
  keepDays: 396,
  perNetwork: 50,
  names: 'leaders',
  away: 'short',
};

/** The team's rules for links, as this device has stored them. */
export const linkRulesOf = ({ rules }: { readonly rules: unknown }): LinkRules =>
  LinkRules.safeParse(rules).data ?? USUAL_RULES;

/** Whether somebody of a role may name their links. */
export const mayName = ({ names }: Pick<LinkRules, 'names'>, role: Role): boolean =>
  names === 'members' ? role !== 'viewer' : names === 'leaders' && isLeader(role);

/** Stores the team's rules for links on this device, so that a share needs no room. */
export const keepLinkRules = (team: Team, signal: AbortSignal): void =>
  team.followRule(LINKS_KEY, LinkRules, 'rules', signal);
