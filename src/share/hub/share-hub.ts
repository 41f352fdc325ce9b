import type { HubCapability } from '../../hub/capability.ts';
import { measures } from '../measures.ts';

/** Sharing on the hub: what of it the results count. */
export const shareHub: HubCapability = { id: 'share', measures };
