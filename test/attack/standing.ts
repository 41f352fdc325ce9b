import type { Attack } from './attack.ts';
import { updateAttacks } from './standing-updates.ts';

/** Attacks that stood before there were areas. */
export const attacks: readonly Attack[] = [...updateAttacks];
