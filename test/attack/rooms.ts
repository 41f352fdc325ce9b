import type { Attack } from './attack.ts';
import { hoarderAttacks } from './hoarders.ts';
import { oddItemAttacks } from './odd-items.ts';
import { againAttacks } from './rooms-again.ts';
import { costAttacks } from './rooms-cost.ts';
import { fatAttacks } from './rooms-fat.ts';
import { pastAttacks } from './rooms-past.ts';

/** What is tried against rooms: a past that is not so, work that grows, and rooms that nobody can open. */
export const attacks: readonly Attack[] = [
  ...pastAttacks,
  ...hoarderAttacks,
  ...costAttacks,
  ...againAttacks,
  ...fatAttacks,
  ...oddItemAttacks,
];
