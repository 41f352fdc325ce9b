import type { Capability } from '../workspace/capability.ts';
import { rooms, roots } from './rooms.ts';

export const results = {
  id: 'results',
  order: 90,
  rooms,
  roots,
} as const satisfies Capability;
