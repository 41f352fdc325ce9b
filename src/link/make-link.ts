import type { Membership } from '../team/membership.ts';
import { destinationOf } from './destination.ts';
import { type LinkRules, linkRulesOf } from './link-rules.ts';
import { idOf, newNonce, shortLink } from './short.ts';
import type { ShortLink } from './tables.ts';

/** A team hub's rules for a share's link. */
export interface Shortening {
  /** Base address of links, without a final slash. */
  readonly address: string;
  readonly hub: string;
  readonly rules: LinkRules;
}

/** The team material that is shared. */
export interface Material {
  readonly item: string;
  readonly campaign: string;
}
export const NO_MATERIAL: Material = { item: '', campaign: '' };

/** Which kind of link a share gets: the hub's, or the target itself. */
export type LinkKind = 'short' | 'long';

/**
 * The team hub's rules for links; null without a hub, where it makes no links, or where this person may not
 * write.
 */
export function shorteningOf(membership: Membership | null): Shortening | null {
  if (!membership || membership.links === '' || membership.role === 'viewer') return null;
  return { address: membership.links, hub: membership.hub, rules: linkRulesOf(membership) };
}

/**
 * Whether the team's hub accepts the target. Where it does not (a site outside the team's list, an internal
 * host name, the hub itself), the share uses the target itself: a dead link would be worse than a long one.
 */
export const leadsTo = (target: string, { address, rules }: Pick<Shortening, 'address' | 'rules'>): boolean =>
  destinationOf(target, rules, hostsOf(address)).ok;

const hostsOf = (address: string): ReadonlySet<string> =>
  new Set(URL.canParse(address) ? [new URL(address).host] : []);

/** A share's link and what the hub needs of it. */
export interface MadeLink {
  readonly url: string;
  /** Null where the link is the target itself. */
  readonly short: ShortLink | null;
}

interface NewLink {
  readonly target: string;
  readonly at: number;
  readonly share: string;
  readonly channel: { readonly id: string };
  readonly site: string;
  readonly material: Material;
  readonly title: string;
  readonly picture: string;
}

/** Makes a share's link, whose id nobody else can register. */
export async function makeLink(
  link: NewLink,
  shortening: Shortening | null,
  kind: LinkKind = 'short',
): Promise<MadeLink> {
  if (kind === 'long' || !shortening || !leadsTo(link.target, shortening))
    return { url: link.target, short: null };
  const nonce = newNonce();
  const id = await idOf(nonce);
  const url = shortLink(shortening.address, id);
  const { at, target, share, channel, site, material, title, picture } = link;
  const declared = { id, nonce, at, target, channel: channel.id, site, ...material, title, picture };
  const local = { until: 0, paused: false, from: 'here', hub: shortening.hub, address: url, share } as const;
  return { url, short: { ...declared, ...local, asked: '', changed: at } };
}
