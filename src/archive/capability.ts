import type { Capability } from '../workspace/capability.ts';
import { brokenRows } from './check.ts';
import { aside } from './quarantine.ts';

export const archive = {
  id: 'archive',
  order: 60,
  tables: [aside],
  checks: (tables) => [brokenRows(tables)],
} as const satisfies Capability;
