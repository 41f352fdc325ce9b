import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** LINE Social Plugins: works on a desktop too, where the line.me/R and line:// schemes do not. */
export const line: Channel = {
  id: 'line',
  name: 'LINE',
  mark: 'LINE',
  group: 'messages',
  utmSource: 'line',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url'],
  length: null,
  verified: '2026-11',
  window: ({ text, url }) => windowAddress('https://social-plugins.line.me/lineit/share', { url, text }),
};
