import type { HubCapability } from '../../hub/capability.ts';
import { rooms, roots } from '../rooms.ts';

/** The shared library on the hub: its rooms, which the engine admits and stores. */
export const libraryHub: HubCapability = { id: 'library', rooms, roots };
