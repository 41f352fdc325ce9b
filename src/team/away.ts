import type { Membership } from './membership.ts';

/**
 * Longest that a share waits for a word of whether its hub is there, ms. A hub that is gone says so at once; one that is far
 * away is taken for there.
 */
const WITHIN = 60;

/** Whether a team's hub is unreachable, as far as that is known at once. Sends it no data. */
export async function isAway({ address }: Pick<Membership, 'address'>): Promise<boolean> {
  if (!navigator.onLine) return true;
  const stop = AbortSignal.timeout(WITHIN);
  const options = { method: 'HEAD', mode: 'no-cors', cache: 'no-store', credentials: 'omit' } as const;
  try {
    const { type, status } = await fetch(`${address}/`, { ...options, signal: stop });
    // A proxy in front of a hub that is down answers in its place.
    return type !== 'opaque' && status >= 502;
  } catch {
    return !stop.aborted;
  }
}
