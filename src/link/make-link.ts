import type { LinkRules } from '../team/link-rules.ts';
import type { Membership } from '../team/membership.ts';
import { destinationOf } from './destination.ts';
import { idOf, newNonce, shortLink } from './short.ts';
import type { ShortLink } from './tables.ts';

/** What a team's hub does with a share's link. */
export interface Shortening {
  /** Where links lead from, without a slash at the end. */
  readonly address: string;
  readonly hub: string;
  readonly rules: LinkRules;
}

/** Material of the team's that a share is of. */
export interface Material {
  readonly item: string;
  readonly campaign: string;
}
export const NO_MATERIAL: Material = { item: '', campaign: '' };

/** Which link a share is to carry: the hub's, or the target itself. */
export type LinkKind = 'short' | 'long';

/** What the hub of a team makes of links; null where there is none, it makes none, or this person writes nothing there. */
export function shorteningOf(membership: Membership | null): Shortening | null {
  if (!membership || membership.links === '' || membership.role === 'viewer') return null;
  return { address: membership.links, hub: membership.hub, rules: membership.rules };
}

/**
 * Whether the team's hub leads to a target. Where it does not (another site than the team allows, a name within an office),
 * the share carries the target itself: a link that leads nowhere would be worse than a long one.
 */
export const leadsTo = (target: string, shortening: Shortening): boolean =>
  destinationOf(target, shortening.rules).ok;

/** A link as its share made it, and what its hub is told of it. */
export interface MadeLink {
  readonly url: string;
  /** Null where the link is the target itself. */
  readonly short: ShortLink | null;
}

interface Making {
  readonly target: string;
  readonly at: number;
  readonly share: string;
  readonly channel: { readonly id: string };
  readonly site: string;
  readonly material: Material;
  readonly title: string;
  readonly picture: string;
}

/** Makes the link of a share, which nobody else can have made. */
export async function madeLink(
  making: Making,
  shortening: Shortening | null,
  kind: LinkKind = 'short',
): Promise<MadeLink> {
  if (kind === 'long' || !shortening || !leadsTo(making.target, shortening))
    return { url: making.target, short: null };
  const nonce = newNonce();
  const id = await idOf(nonce);
  const url = shortLink(shortening.address, id);
  const { at, target, share, channel, site, material, title, picture } = making;
  const told = { id, nonce, at, target, channel: channel.id, site, ...material, title, picture };
  const kept = { until: 0, paused: false, from: 'here', hub: shortening.hub, address: url, share } as const;
  return { url, short: { ...told, ...kept, asked: '', changed: at } };
}
