import type { HubCapability } from './hub/capability.ts';
import { inOrder } from './hub/capability-order.ts';
import * as listed from './hub-capabilities.ts';

/** The hub side of every capability, in the order in which they are opened. */
export const HUB_CAPABILITIES: readonly HubCapability[] = inOrder(Object.values<HubCapability>(listed));
