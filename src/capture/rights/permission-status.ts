import type { Recorded, Step, Use } from './permission-step.ts';

export type { Recorded } from './permission-step.ts';

/** How a permission stands at a moment: what was recorded, or `expired` once its end has passed. */
export const PERMISSION_STATUSES = ['unasked', 'asked', 'granted', 'declined', 'revoked', 'expired'] as const;
export type PermissionStatus = (typeof PERMISSION_STATUSES)[number];

/** A permission with its end (UTC ms, null: none) as it stands at `now`. */
export function permissionStatusOf(recorded: Recorded, until: number | null, now: number): PermissionStatus {
  return recorded === 'granted' && until !== null && until < now ? 'expired' : recorded;
}

/** What a capture carries of its permission. */
export interface Permitted {
  readonly rights: Recorded;
  readonly permission?: readonly Step[] | undefined;
}

/** The step that grants now or did at last; null where none ever did. */
export function grantOf({ permission = [] }: Permitted): Step | null {
  return permission.findLast(({ type }) => type === 'granted') ?? null;
}

/** When the permission ends, UTC ms; null where it has no end or there is none. */
export function untilOf(permitted: Permitted): number | null {
  return permitted.rights === 'granted' ? (grantOf(permitted)?.until ?? null) : null;
}

/**
 * Whether the post may be used so at a moment: only with a recorded grant that names this use and has not ended.
 * Whatever shows or hands out a captured post beyond its own link asks here first.
 */
export function mayUse(permitted: Permitted, use: Use, now: number): boolean {
  const standing = permissionStatusOf(permitted.rights, untilOf(permitted), now);
  return standing === 'granted' && (grantOf(permitted)?.uses.includes(use) ?? false);
}
