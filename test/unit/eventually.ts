import { vi } from 'vitest';

/**
 * Waits until a check passes; throws with what it throws. It looks often, since what is waited for is mostly there in a
 * millisecond, and gives up late, since a busy machine is no fault.
 */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 2 });
