import type { Attack } from './attack.ts';
import { nameAttacks } from './figures-names.ts';
import { sumAttacks } from './figures-sums.ts';
import { timeAttacks } from './figures-time.ts';
import { unfoldedAttacks } from './odd-items.ts';

/** Attacks on what a team's figures tell of a single person. */
export const attacks: readonly Attack[] = [...sumAttacks, ...nameAttacks, ...timeAttacks, ...unfoldedAttacks];
