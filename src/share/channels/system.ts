import type { Channel } from './channel.ts';

/**
 * The share sheet of the system (W3C Web Share), where there is one. All goes in its text, the link last: given a link
 * apart, each app puts it where it likes, and some drop the text.
 */
export const system: Channel = {
  id: 'system',
  name: 'System',
  nameKey: 'channelSystem',
  mark: '⇪',
  group: 'anywhere',
  utmSource: 'system',
  medium: 'social',
  opens: 'system',
  takes: ['text'],
  length: null,
  verified: '2026-11',
  window: () => null,
};
