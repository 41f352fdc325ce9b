import { xWeighted } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** docs.x.com, Web Intents. X appends the link itself. */
export const x: Channel = {
  id: 'x',
  name: 'X',
  mark: 'X',
  group: 'networks',
  utmSource: 'x',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url'],
  length: { max: 280, count: xWeighted },
  verified: '2026-11',
  window: ({ text, url }) => windowAddress('https://x.com/intent/post', { text, url }),
};
