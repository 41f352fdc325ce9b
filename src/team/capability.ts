import type { Capability } from '../workspace/capability.ts';
import { deviceKeys } from './membership.ts';
import { rooms, roots } from './rooms.ts';

export const team = {
  id: 'team',
  order: 100,
  tables: [deviceKeys],
  rooms,
  roots,
} as const satisfies Capability;
