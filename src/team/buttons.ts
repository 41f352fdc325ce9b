import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** Which of the two buttons a site's posts carry. */
export const SHOWN = ['both', 'share', 'keep', 'none'] as const;
export type Shown = (typeof SHOWN)[number];

/** By site; sites that are not listed have both. */
export const buttons: Setting<Record<string, Shown>> = {
  name: 'buttons',
  value: z.record(z.string().check(z.maxLength(40)), z.enum(SHOWN)),
  initial: {},
};

/** One of the two buttons. */
export type Which = 'share' | 'keep';

/** Which buttons are left after one of them was switched. */
export function switched(shown: Shown, which: Which): Shown {
  const share = (shown === 'both' || shown === 'share') !== (which === 'share');
  const keep = (shown === 'both' || shown === 'keep') !== (which === 'keep');
  if (share && keep) return 'both';
  return share ? 'share' : keep ? 'keep' : 'none';
}
