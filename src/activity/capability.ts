import type { Capability } from '../workspace/capability.ts';
import { astrayCheck } from './check.ts';
import { eventsSheet } from './csv.ts';
import { events } from './events.ts';
import { health, healthRead } from './health.ts';
import { marks } from './mark.ts';
import { marksAll, marksRead } from './messages.ts';
import { rollups } from './rollup.ts';

export const activity = {
  id: 'activity',
  order: 50,
  tables: [events, rollups, marks, health],
  messages: [marksRead, marksAll, healthRead],
  sheets: [eventsSheet],
  checks: (tables) => [astrayCheck(tables.filter(({ subject }) => subject))],
} as const satisfies Capability;
