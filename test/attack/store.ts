import type { Attack } from './attack.ts';
import { backupAttacks } from './store-backups.ts';
import { mediaAttacks } from './store-media.ts';
import { startAttacks } from './store-starts.ts';

/** What is kept: stores of any age, backups, full disks, and media. */
export const attacks: readonly Attack[] = [...backupAttacks, ...startAttacks, ...mediaAttacks];
