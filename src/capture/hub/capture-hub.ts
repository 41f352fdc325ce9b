import type { HubCapability } from '../../hub/capability.ts';
import { measures } from '../measures.ts';

/** Captures on the hub: what of them the results count. */
export const captureHub: HubCapability = { id: 'capture', measures };
