import { threads as count } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** Threads Web Intents: words and link separately, both optional. */
export const threads: Channel = {
  id: 'threads',
  name: 'Threads',
  mark: 'Th',
  group: 'networks',
  utmSource: 'threads',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url'],
  length: { max: 500, count },
  verified: '2026-11',
  window: ({ text, url }) => windowAddress('https://www.threads.com/intent/post', { text, url }),
};
