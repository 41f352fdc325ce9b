import { drafts } from '../share/tables.ts';
import type { Capability } from '../workspace/capability.ts';
import { draftLater } from './messages.ts';

export const draft = {
  id: 'draft',
  order: 40,
  tables: [drafts],
  messages: [draftLater],
} as const satisfies Capability;
