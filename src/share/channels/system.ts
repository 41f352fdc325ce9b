import type { Channel } from './channel.ts';

/**
 * The share sheet of the system (W3C Web Share), where there is one. All goes in its text, the link last: given a link
 * apart, each app puts it where it likes, and some drop the text. Which app was chosen is never told: most in the sheet are
 * networks and chats, so it counts as shown to followers.
 */
export const system: Channel = {
  id: 'system',
  name: 'System',
  nameKey: 'channelSystem',
  mark: '⇪',
  group: 'anywhere',
  utmSource: 'system',
  medium: 'social',
  followers: true,
  opens: 'system',
  takes: ['text'],
  length: null,
  verified: '2026-11',
  window: () => null,
};
