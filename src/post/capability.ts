import type { Capability } from '../workspace/capability.ts';
import { pageRead } from './messages.ts';

export const post = {
  id: 'post',
  order: 120,
  messages: [pageRead],
} as const satisfies Capability;
