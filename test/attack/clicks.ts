import type { Attack } from './attack.ts';
import { agentAttacks } from './click-agents.ts';
import { farmAttacks } from './click-farms.ts';
import { nameAttacks } from './click-names.ts';
import { targetAttacks } from './click-targets.ts';

/** What a click counts as, how many one network can be, and where a link leads. */
export const attacks: readonly Attack[] = [...agentAttacks, ...farmAttacks, ...targetAttacks, ...nameAttacks];
