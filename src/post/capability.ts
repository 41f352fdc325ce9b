import type { Capability } from '../workspace/capability.ts';
import { pageRead } from './messages.ts';

export const post = {
  id: 'post',
  place: 120,
  messages: [pageRead],
} as const satisfies Capability;
