import type { Capability } from './capability.ts';
import { appOpen, badgeLook, feedActing, feedsChanged, languageChanged } from './messages.ts';
import { roomMedia } from './rooms/media/tables.ts';
import { edits, replicas, roomStores, sent } from './rooms/tables.ts';
import { deviceState, settings } from './setting.ts';

/** What the ground itself stores and answers, declared as a capability's is. */
export const workspace = {
  id: 'workspace',
  order: 110,
  tables: [sent, edits, roomStores, replicas, roomMedia, deviceState, settings],
  messages: [feedActing, appOpen, badgeLook, languageChanged, feedsChanged],
} as const satisfies Capability;
