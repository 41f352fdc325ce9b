import type { Attack } from './attack.ts';
import { forged } from './page-forged.ts';
import { frames } from './page-frames.ts';
import { presses } from './page-presses.ts';
import { reads } from './page-reads.ts';

/** What a hostile page's script tries on what of ours stands in it, in the built extension. */
export const attacks: readonly Attack[] = [...reads, ...presses, ...frames, ...forged];
