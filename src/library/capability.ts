import type { Capability } from '../workspace/capability.ts';
import { shelf } from './offline-cache/table.ts';
import { rooms, roots } from './rooms.ts';

export const library = {
  id: 'library',
  order: 80,
  tables: [shelf],
  rooms,
  roots,
} as const satisfies Capability;
