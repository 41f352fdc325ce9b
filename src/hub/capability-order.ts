import type { HubCapability } from './capability.ts';

/**
 * Orders capabilities so that each is opened after those that it takes. Throws where some take each other or one that is not
 * listed: both are mistakes of the list.
 */
export function inOrder(all: readonly HubCapability[]): readonly HubCapability[] {
  const placed = new Set<HubCapability>();
  const place = (one: HubCapability, takers: readonly HubCapability[]): void => {
    if (placed.has(one)) return;
    const path = [...takers, one];
    const names = path.map(({ id }) => id).join(' > ');
    if (takers.includes(one)) throw new Error(`capabilities take each other: ${names}`);
    if (!all.includes(one)) throw new Error(`a capability is taken and not listed: ${names}`);
    for (const other of one.takes ?? []) place(other, path);
    placed.add(one);
  };
  for (const one of all) place(one, []);
  return [...placed];
}
