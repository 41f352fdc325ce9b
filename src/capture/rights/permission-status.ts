import type { Recorded, Step, Use } from './permission-step.ts';

export type { Recorded } from './permission-step.ts';

/** The recorded status, or `expired` once the permission has ended. */
export const PERMISSION_STATUSES = ['unasked', 'asked', 'granted', 'declined', 'revoked', 'expired'] as const;
export type PermissionStatus = (typeof PERMISSION_STATUSES)[number];

/** A permission's status at `now`. `until`: its end, UTC ms; null for no end. */
export function permissionStatusOf(recorded: Recorded, until: number | null, now: number): PermissionStatus {
  return recorded === 'granted' && until !== null && until < now ? 'expired' : recorded;
}

/** The permission fields of a capture. */
export interface Permitted {
  readonly rights: Recorded;
  readonly permission?: readonly Step[] | undefined;
}

/** The last step that granted the permission; null where none did. */
export function grantOf({ permission = [] }: Permitted): Step | null {
  return permission.findLast(({ type }) => type === 'granted') ?? null;
}

/** When the permission ends, UTC ms; null for no end or no permission. */
export function untilOf(permitted: Permitted): number | null {
  return permitted.rights === 'granted' ? (grantOf(permitted)?.until ?? null) : null;
}

/**
 * Whether a use of the post is allowed now: it needs a recorded grant that names this use and has not ended.
 * Anything that shows or exports more than the post's link must check this first.
 */
export function mayUse(permitted: Permitted, use: Use, now: number): boolean {
  const status = permissionStatusOf(permitted.rights, untilOf(permitted), now);
  return status === 'granted' && (grantOf(permitted)?.uses.includes(use) ?? false);
}
