import type { HubCapability } from './hub/capability.ts';
import * as listed from './hub-capabilities.ts';

/** Each behind those whose services it takes. */
function inOrder(all: readonly HubCapability[]): readonly HubCapability[] {
  const placed = new Set<HubCapability>();
  const place = (one: HubCapability): void => {
    for (const other of one.takes ?? []) place(other);
    placed.add(one);
  };
  for (const one of all) place(one);
  return [...placed];
}

/** The hub side of every capability, in the order in which they are opened. */
export const HUB_CAPABILITIES: readonly HubCapability[] = inOrder(Object.values<HubCapability>(listed));
