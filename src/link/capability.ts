import type { Capability } from '../workspace/capability.ts';
import { roots } from './rooms.ts';
import { clickDays, clickHours, shortLinks } from './tables.ts';

export const link = {
  id: 'link',
  order: 20,
  tables: [shortLinks, clickDays, clickHours],
  roots,
} as const satisfies Capability;
